import { expect, it } from 'vitest';
import { listRemoved } from '../../pipeline/publish/removed.ts';

it('keeps what was withdrawn, with its name and last release, and forgets what came back', () => {
  const releases = [
    { previous: undefined, changes: [] },
    {
      previous: '2026-01-01',
      changes: [
        { project_id: 'S2', change: 'removed' as const, old: 'Toinen' },
        { project_id: 'S1', change: 'removed' as const, old: 'Ensimmäinen' },
      ],
    },
    { previous: '2026-02-01', changes: [{ project_id: 'S2', change: 'added' as const, new: 'Toinen' }] },
  ];
  expect(listRemoved(releases)).toEqual([{ project_id: 'S1', name: 'Ensimmäinen', last_release: '2026-01-01' }]);
});
