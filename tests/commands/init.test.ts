/** A publisher's folder: what is in it, what is left to be filled in, and that it builds. */
import { mkdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createWorkspace, readDocument, writePage } from '../flow/workspace.ts';

const GIVEN = [
  ...['--publisher', 'Esimerkin liitto', '--publisher-url', 'https://liitto.example/'],
  ...['--contact', 'avoindata@liitto.example', '--url', 'https://hankkeet.liitto.example'],
  ...['--name', 'Liiton "hankkeet"', '--name-sv', 'Förbundets $& projekt', '--name-en', 'Projects of the council'],
];
const DOCUMENTS = {
  'oma/documents/S20154.txt': readDocument('eura2014/S20154.txt'),
  'oma/documents/toinen.txt': writePage('S10001', 'Toinen hanke'),
};

describe('hankekartta init', () => {
  it('makes configuration, documents folder, sources and workflows of what is given', async () => {
    const here = createWorkspace();
    expect(await here.run('init', 'oma', ...GIVEN)).toMatchObject({ status: 0 });
    expect(Object.keys(here.hash('oma')).sort()).toEqual([
      '.github/workflows/publish.yml',
      '.gitignore',
      '.gitlab-ci.yml',
      'README.md',
      'documents/sources.json',
      'hankekartta.config.json',
      'package.json',
      'publish.sh',
    ]);
    expect(here.readJsonFile('oma/hankekartta.config.json')).toMatchObject({
      siteUrl: 'https://hankkeet.liitto.example/',
      publisher: { name: 'Esimerkin liitto', contact: 'avoindata@liitto.example', url: 'https://liitto.example/' },
      collection: { name: { fi: 'Liiton "hankkeet"', sv: 'Förbundets $& projekt', en: 'Projects of the council' } },
    });
    expect(here.readFile('oma/README.md')).toMatch(/^# Liiton "hankkeet"\n/);
  });

  it(
    'builds two documents, under the name of the collection on the site and in the catalogue',
    { timeout: 120_000 },
    async () => {
      const here = createWorkspace();
      await here.run('init', 'oma', ...GIVEN);
      here.write(DOCUMENTS);
      const built = here.spawn(['build', '--release', '2026-01-02'], {}, here.place('oma'));
      expect(built).toMatchObject({ status: 0 });
      expect(built.stdout).toContain('2 published');
      expect(built.stderr).toContain('still to be filled in, in hankekartta.config.json: collection.description.fi, ');
      expect(built.stderr).not.toContain('publisher');
      expect(here.readFile('oma/dist/index.html')).toContain('Liiton &quot;hankkeet&quot;');
      expect(here.readFile('oma/dist/sv/index.html')).toContain('Förbundets $&amp; projekt');
      expect(here.readFile('oma/dist/en/tietoa.html')).not.toMatch(/Hankekartta|fill-in/);
      const catalog = here.readFile('oma/dist/catalog.ttl');
      expect(catalog).toContain('"Projects of the council"@en');
      expect(catalog).toContain('"Projects of the council, the whole release"@en');
      expect(catalog).not.toMatch(/Hankekartta|fill-in/);
    },
  );

  it('leaves clear placeholders, which the build reports and does not publish', async () => {
    const here = createWorkspace();
    const made = await here.run('init', 'oma');
    expect(made.stdout).toContain('10 place(s) in hankekartta.config.json say fill-in');
    here.write(DOCUMENTS);
    const built = here.spawn(['build', '--no-site', '--release', '2026-01-02'], {}, here.place('oma'));
    expect(built).toMatchObject({ status: 0 });
    for (const place of ['siteUrl', 'publisher.name', 'publisher.contact', 'collection.name.sv'])
      expect(built.stderr).toContain(place);
    expect(built.stderr).toContain('no catalogue is made: publisher.name, publisher.contact missing');
    const published = Object.keys(here.hash('oma/dist')).filter((name) => /\.(json|csv|ttl)$/.test(name));
    expect(published.filter((name) => here.readFile('oma/dist', name).includes('fill-in'))).toEqual([]);
  });

  it('takes a file of the program along, so that other machines have it too', async () => {
    const here = createWorkspace({ 'paketti/ohjelma 1.tgz': 'x' });
    expect(await here.run('init', 'oma', '--package', 'paketti/ohjelma 1.tgz')).toMatchObject({ status: 0 });
    expect(here.readFile('oma/ohjelma 1.tgz')).toBe('x');
    const asks = (name: string) => here.readJsonFile(`${name}/package.json`);
    expect(asks('oma')).toMatchObject({ dependencies: { hankekartta: 'file:ohjelma 1.tgz' } });
    for (const given of ['https://julkaisija.example/a.tgz', '^1.0.0', 'github:julkaisija/ohjelma']) {
      const name = `oma${String(given.length)}`;
      await here.run('init', name, '--package', given);
      expect(asks(name)).toMatchObject({ dependencies: { hankekartta: given } });
    }
    const missing = await here.run('init', 'tyhjä', '--package', 'file:ei-ole.tgz');
    expect(missing).toMatchObject({ status: 2, stderr: expect.stringContaining('ei-ole.tgz is not there') as string });
    expect(here.exists('tyhjä')).toBe(false);
  });

  it('refuses a folder that holds anything, and what is no address; an empty repository is fine', async () => {
    const here = createWorkspace({ 'oma/muistio.txt': 'x', tiedosto: 'x' });
    for (const place of ['oma', 'tiedosto']) {
      expect(await here.run('init', place)).toMatchObject({ status: 2 });
    }
    expect(Object.keys(here.hash('oma'))).toEqual(['muistio.txt']);
    const wrong = await here.run('init', 'uusi', '--url', 'not an address');
    expect(wrong).toMatchObject({ status: 2 });
    expect(wrong.stderr).toContain('unexpected siteUrl, expected: Address where the output folder is published');
    expect(here.exists('uusi')).toBe(false);
    mkdirSync(here.place('repo/.git'), { recursive: true });
    expect(await here.run('init', 'repo')).toMatchObject({ status: 0 });
  });
});
