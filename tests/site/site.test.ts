/** What a project's or an area's page says, how long lists are divided, and that the same files give the same bytes. */
import { appendFileSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FIXTURE, type MadeSite, makeSite } from './make-site.ts';

let site: MadeSite;

beforeAll(async () => {
  site = await makeSite();
});

afterAll(() => site.remove());

/** What a reader sees of a page's main part, white space as one space. */
function readMain(file: string): string {
  const main = site.read(file).split('<main')[1]!.split('</main>')[0]!;
  return main
    .replaceAll(/<svg[\s\S]*?<\/svg>/g, ' ')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ');
}

describe('pages', () => {
  it('are as many as projects, areas, lists, schemas and single pages', () => {
    // 6 projects and a withdrawn one, one list of projects, 10 + 6 + 3 areas, 4 orders of 3 lists, 4 single pages; 19 schemas and
    // their list in 3 languages
    expect(site.pages).toBe(6 + 1 + 1 + 19 + 12 + 4 + 3 * (19 + 1));
    expect(site.list()).toHaveLength(site.pages);
  });

  it('a project says all that its data say', () => {
    const text = readMain('hankkeet/S90001.html');
    const expected = [
      'Täysi esimerkki Kaikki kentät kerralla. Toiminta päättynyt Kuvitelan kunta · 1.3.2019–31.12.2020',
      'EU- ja valtion rahoitus 391 780 € 303 102,50 €',
      'Julkinen rahoitus yhteensä 483 815 € 415 679 €',
      'Budjetti 500 000–1 000 000 €',
      'Yrityksiä 0 –',
      'Henkilöitä 60 1 234',
      'Nimi Kuvitelan kunta Organisaatiotyyppi Kunta Y-tunnus 1234567-1 Postiosoite Keksittykatu 1, 00001 KUVITELA Verkkosivut www.kuvitela.example Hakijoita Vain yksi hakija',
      'Maakunnat Keksitty-Suomi Satumaa Seutukunnat Kuvitelan seutu (lähteessä: Kuvitelan)',
      'Muinainen seutu (lähteessä: Muinaisen; ei kuulu hankkeen muihin alueisiin nykyisessä aluejaossa)',
      'Kunnat Esimerkkilä Kuvitela Ääriö (lähteessä: Entinen Äärelä)',
      'Toteutuspaikka Paikkatie 2, 00002 Tarinala',
      'Hankekoodi S90001 Tila lähteessä Toiminta päättynyt Toteutusaika 1.3.2019–31.12.2020 Rahasto Euroopan sosiaalirahasto (ESR) Ohjelmakausi 2014–2020 Toimintalinja 5 Keksitty toimintalinja Erityistavoite 10.1 Keksitty tavoite Vastuuviranomainen Keksitty viranomainen',
      'Ensimmäinen kappale. Rivinvaihto kappaleessa. Toinen kappale *ilman* &lt;b&gt;muotoilua&lt;/b&gt;, josta on poistettu [sähköpostiosoite poistettu] ja [puhelinnumero poistettu] .',
      'Varsinaiset kohderyhmät Kuvitellut asukkaat Välilliset kohderyhmät Keksityt järjestöt',
      'Kaikki meni hyvin.',
      'Tulokset Ensimmäinen tulos. Toinen tulos.',
      '(valtavirtaistaminen) Ei Ei ole.',
      'Luonnonvarojen käytön kestävyys 0 0 Ilmastonmuutoksen aiheuttamien riskien vähentäminen Perustelu numero 1. 1 3',
      'Natura 2000 -ohjelman kohteet 4 –',
      'Esimerkkilän koulutuskuntayhtymä Kuntayhtymä 7654321-2 Osatoteuttaja Keksityt Järjestöt ry – – Tuen siirron saaja',
      'Asiakirja esimerkit/S90001.txt SHA-256 abababababab… Tallennettu 2.1.2021 Alkuperäinen sivu https://lahde.example/S90001',
    ];
    for (const part of expected) expect(text).toContain(part);
    expect(
      site.read('hankkeet/S90001.html').match(/<tr>\s*<th scope="row">[^<]*(?:<div class="reason">|<\/th>)/g)!.length,
    ).toBeGreaterThanOrEqual(15);
  });

  it('say nothing of what a source does not say', () => {
    const text = readMain('hankkeet/S90006.html');
    expect(text).toContain('Nimetön hanke S90006');
    expect(text).toContain('Lähde ei kerro hankkeen kohdealuetta.');
    for (const heading of ['Rahoitus', 'Hakija', 'Tiivistelmä', 'Kestävä kehitys', 'Kumppanit', 'undefined', 'NaN'])
      expect(text).not.toContain(heading);
  });

  it('show a negative amount with a minus sign, and an open budget as one', () => {
    expect(readMain('hankkeet/A90003.html')).toContain('1 234 567 € −90 757,11 €');
    expect(readMain('hankkeet/2014-1-99-KEKSI.html')).toContain('Budjetti yli 1 000 000 €');
    expect(readMain('hankkeet/2014-1-99-KEKSI.html')).toContain('Koko maa Suomi (lähteessä: Valtakunnallinen)');
  });

  it('an area lists its projects, newest first and the cancelled too, and the areas around it', () => {
    const text = readMain('kunnat/091.html');
    expect(text).toMatch(
      /Hankkeet, joiden kohdealueeseen alue kuuluu Uusimmat ensin\. Äänetön hanke .* Täysi esimerkki .* Hankkeet, joiden hakija on alueelta/,
    );
    expect(text).toContain('Kuuluu alueisiin Keksitty-Suomi Kuvitelan seutu');
    expect(text).toContain('Naapurikunnat Esimerkkilä Tarinala');
    expect(readMain('kunnat/035.html')).toContain('Luettelossa on myös peruuntuneita hankkeita (1).');
  });

  it('an area without projects says so', () => {
    expect(readMain('kunnat/504.html')).toContain('Yhdenkään hankkeen kohdealueeksi ei ole ilmoitettu tätä aluetta.');
    expect(readMain('kunnat/504.html')).toContain('Yhdenkään hankkeen hakijan ei tiedetä olevan tältä alueelta.');
  });

  it('a withdrawn project leaves a page that says so', () => {
    expect(readMain('hankkeet/S90009.html')).toContain('Sen viimeisimmät tiedot ovat julkaisussa 2026-01-01.');
  });

  it('lists of areas are sorted as their headings say', () => {
    const order = (file: string) =>
      [...site.read(file).matchAll(/<th scope="row"><a href="\.\.\/kunnat\/(\d+)\.html"/g)].map(([, code]) => code);
    expect(order('kunnat/index.html').join(' ')).toBe('049 091 035 235 092 504 503 478 501 502');
    expect(order('kunnat/jarjestys-hankkeita.html').join(' ')).toBe('049 091 501 035 235 092 503 478 502 504');
    // Without a population there is no figure: last.
    expect(order('kunnat/jarjestys-rahoitus-asukasta-kohti.html').slice(0, 2)).toEqual(['501', '049']);
    expect(order('kunnat/jarjestys-rahoitus-asukasta-kohti.html').at(-1)).toBe('035');
  });

  it('the data page names every file with size and checksum', () => {
    const html = site.read('data.html');
    const { files } = JSON.parse(readFileSync(path.join(FIXTURE, 'data/latest/manifest.json'), 'utf8')) as {
      files: { path: string; sha256: string }[];
    };
    for (const { path: file, sha256 } of files) {
      expect(html).toContain(`href="data/latest/${file}"`);
      expect(html).toContain(sha256);
    }
    expect(html).toContain('href="data/2026-02-01.zip"');
    expect(html).toContain('href="data/2026-01-01/manifest.json"');
  });
});

describe('many projects', () => {
  it('are listed on pages of 200, each once', async () => {
    const many = await makeSite((data) => {
      const lines = Array.from({ length: 401 }, (_, index) =>
        JSON.stringify({
          project_id: `X${String(index).padStart(5, '0')}`,
          family: 'markdown',
          name: `Hanke ${index}`,
          source_document: 'x.md',
          source_sha256: '0'.repeat(64),
        }),
      );
      appendFileSync(path.join(data, 'latest', 'projects.jsonl'), `${lines.join('\n')}\n`);
    });
    const lists = ['hankkeet/index.html', 'hankkeet/sivut/2.html', 'hankkeet/sivut/3.html'].map((file) =>
      many.read(file),
    );
    many.remove();
    const listed = lists.map((html) =>
      [
        ...html
          .split('<ul class="projects">')[1]!
          .split('</ul>')[0]!
          .matchAll(/href="([^"]+)"/g),
      ].map(([, href]) => href!.split('/').at(-1)),
    );
    expect(listed.map(({ length }) => length)).toEqual([200, 200, 7]);
    expect(new Set(listed.flat()).size).toBe(407);
    expect(/aria-current="page"\s*>(\d+)</.exec(lists[1]!)?.[1]).toBe('2');
  });
});

describe('the same files', () => {
  it('give the same bytes', async () => {
    const again = await makeSite();
    const files = readdirSync(site.folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    for (const entry of files) {
      const file = path.relative(site.folder, path.join(entry.parentPath, entry.name));
      expect(readFileSync(path.join(again.folder, file)).equals(readFileSync(path.join(site.folder, file))), file).toBe(
        true,
      );
    }
    again.remove();
    expect(files.length).toBeGreaterThan(60);
  });
});
