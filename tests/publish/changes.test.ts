import { expect, it } from 'vitest';
import { compareReleases, type TextRow } from '../../pipeline/publish/changes.ts';
import type { TableName } from '../../pipeline/model/table.ts';

type Release = Partial<Record<TableName, TextRow[]>>;

const compare = (older: Release, newer: Release) =>
  compareReleases((side, table) => (side === 'older' ? older : newer)[table] ?? []);

const older: Release = {
  projects: [
    { project_id: 'A1', name: 'Yksi', funding_planned_public: '100' },
    { project_id: 'B2', name: 'Kaksi', funding_planned_public: '' },
    { project_id: 'C3', name: 'Kolme', funding_planned_public: '300' },
  ],
  partners: [
    { project_id: 'A1', position: '1', name: 'Malli ry' },
    { project_id: 'C3', position: '1', name: 'Poistuva ry' },
  ],
  project_areas: [{ project_id: 'A1', role: 'target', area_level: 'municipality', area_code: '217', share_equal: '1' }],
};

it('lists what came, what went and what changed, field by field, in the order of projects', async () => {
  const newer: Release = {
    projects: [
      { project_id: 'A1', name: 'Yksi', funding_planned_public: '120.5' },
      { project_id: 'B2', name: 'Kaksi', funding_planned_public: '7' },
      { project_id: 'D4', name: 'Neljä', funding_planned_public: '' },
    ],
    partners: [
      { project_id: 'A1', position: '1', name: 'Uusi ry' },
      { project_id: 'D4', position: '1', name: 'Tuleva ry' },
    ],
    project_areas: [
      { project_id: 'A1', role: 'target', area_level: 'municipality', area_code: '217', share_equal: '0.5' },
      { project_id: 'A1', role: 'target', area_level: 'municipality', area_code: '315', share_equal: '0.5' },
    ],
  };
  const changed = { change: 'changed' };
  expect(await compare(older, newer)).toEqual([
    { project_id: 'A1', ...changed, table: 'projects', field: 'funding_planned_public', old: '100', new: '120.5' },
    {
      project_id: 'A1',
      ...changed,
      table: 'project_areas',
      key: 'target/municipality/217',
      field: 'share_equal',
      old: '1',
      new: '0.5',
    },
    {
      project_id: 'A1',
      ...changed,
      table: 'project_areas',
      key: 'target/municipality/315',
      field: 'share_equal',
      new: '0.5',
    },
    { project_id: 'A1', ...changed, table: 'partners', key: '1', field: 'name', old: 'Malli ry', new: 'Uusi ry' },
    { project_id: 'B2', ...changed, table: 'projects', field: 'funding_planned_public', new: '7' },
    { project_id: 'C3', change: 'removed', table: 'projects', field: 'name', old: 'Kolme' },
    { project_id: 'D4', change: 'added', table: 'projects', field: 'name', new: 'Neljä' },
  ]);
});

it('finds nothing between a release and itself', async () => {
  expect(await compare(older, older)).toEqual([]);
});
