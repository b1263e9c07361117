/** The publisher sees what would be withheld and why, and can allow and deny by hash; nothing of it is written. */
import { expect, it } from 'vitest';
import { hashWithheld } from '../../pipeline/redact/redactor.ts';
import { createWorkspace } from '../flow/workspace.ts';

const PAGE = `Euroopan sosiaalirahaston (ESR) rahoittaman hankkeen kuvaus

1 Hanke

Hankkeen nimi: Väylä
Hankekoodi: S20777

2 Hakijan perustiedot

Hakijan virallinen nimi: Satukylän kunta
Hankkeen yhteyshenkilön nimi: Lempi Satunen
Yhteyshenkilön sähköpostiosoite: lempi.satunen@satukyla.example

3 Suunnitelman mukainen tiivistelmä toteutuksesta

Hanketta vetää Lempi Satunen. Muuta kerrotaan Toivolan talolla.
`;

it('shows what, where and why; what is allowed stays and what is denied goes', async () => {
  const workspace = createWorkspace();
  workspace.write({ 'documents/sivu.txt': PAGE });
  const config = (privacy: object): void => {
    workspace.write({ 'hankekartta.config.json': JSON.stringify({ documents: ['documents'], site: false, privacy }) });
  };
  config({});
  const { status, stdout } = await workspace.run('check', '--withheld');
  expect(status).toBe(0);
  const lines = stdout.trimEnd().split('\n');
  expect(lines.map((line) => line.replace(/ \[[0-9a-f]{64}\]$/, ''))).toEqual([
    'sivu.txt:11:31 contact_name its label: Lempi Satunen',
    'sivu.txt:12:34 contact_email its label: lempi.satunen@satukyla.example',
    'sivu.txt:16:16 text_name a person whom the documents name: Lempi Satunen',
    '1 documents, 3 parts withheld',
  ]);
  const hash = /\[([0-9a-f]{64})\]/.exec(lines[2] ?? '')?.[1] ?? '';
  const read = async (): Promise<string> => {
    await workspace.run('build', '--release', '2026-01-02', '--out', 'out');
    return workspace.readFile('out/data/2026-01-02/projects.jsonl');
  };
  config({ allow: [hash], deny: [hashWithheld('Toivolan talolla')] });
  expect(await read()).toContain('Hanketta vetää Lempi Satunen. Muuta kerrotaan [withheld: by request].');
});
