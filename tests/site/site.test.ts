/** What the pages of projects, areas, organisations and lists say, how long lists are divided, and that the same files give the same bytes. */
import { appendFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FIXTURE, HOMEPAGE, type MadeSite, makeSite } from './make-site.ts';

let site: MadeSite;

beforeAll(async () => {
  site = await makeSite();
});

afterAll(() => site.remove());

/** What a reader sees of a page's main part, white space as one space. */
function readMain(file: string): string {
  const main = site.read(file).split('<main')[1]!.split('</main>')[0]!;
  return main
    .slice(main.indexOf('>') + 1)
    .replaceAll(/<svg[\s\S]*?<\/svg>/g, ' ')
    .replaceAll(/<wbr \/>/g, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll('\u00a0', ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ (?=[.,;:])/g, '');
}

describe('a project', () => {
  it('says all that its data say', () => {
    const text = readMain('hankkeet/S90001.html');
    const expected = [
      'Hanke S90001 Täysi esimerkki Hankkeelle on myönnetty 391 780 € EU:n ja valtion rahaa. Toteuttaja on Kuvitelan kunta. Toteutusaika on 1.3.2019–31.12.2020.',
      'Kaikki kentät kerralla. Päättynyt Lähde 2.1.2021: ”Toiminta päättynyt”',
      'Myönnetty 391 780 €',
      'Toteutunut 303 102,50 € 77 %',
      'Suunniteltu 483 815 €',
      'Budjetti 500 000 €–1 000 000 €',
      'Esimerkkilä osuus 130 593 €',
      'Ääriö osuus 130 593 € lähteessä Entinen Äärelä',
      'Muinainen seutu seutukunta ei kuulu hankkeen muihin alueisiin nykyisessä aluejaossa lähteessä Muinaisen',
      'Hakijan sijainti Kuvitela kunta',
      'Organisaatiotyyppi Kunta Y-tunnus 1234567-1 Postiosoite Keksittykatu 1, 00001 KUVITELA Verkkosivut www.kuvitela.example Hakijat ja tuen siirto Vain yksi hakija',
      'Tila lähteessä Toiminta päättynyt Rahasto Euroopan sosiaalirahasto (ESR) Ohjelmakausi 2014–2020 Toimintalinja 5 Sosiaalinen osallisuus ja köyhyyden torjunta',
      'Rahoittava viranomainen Keksitty viranomainen Toteutuspaikka Paikkatie 2, 00002 Tarinala',
      'Ihmisiä 60 1 234 Yrityksiä 0 –',
      'Ensimmäinen kappale. Rivinvaihto kappaleessa. Toinen kappale *ilman* &lt;b&gt;muotoilua&lt;/b&gt;, josta on poistettu [sähköpostiosoite poistettu] ja [puhelinnumero poistettu]',
      'Varsinaiset kohderyhmät Kuvitellut asukkaat',
      'Välilliset kohderyhmät Keksityt järjestöt',
      'Kaikki meni hyvin.',
      'Tulokset Ensimmäinen tulos. Toinen tulos.',
      'Luonnonvarojen käytön kestävyys 0 0 Ilmastonmuutoksen aiheuttamien riskien vähentäminen Perustelu numero 1. 1 3',
      'Natura 2000 -ohjelman kohteet 4 –',
      'Esimerkkilän koulutuskuntayhtymä Osatoteuttaja · Kuntayhtymä · 7654321-2',
      'Keksityt Järjestöt ry Tuen siirron saaja',
      'Teksteistä on jätetty pois 2 henkilötietoa.',
      '1.2.2026 Toiminnan tila lähteessä: Toiminnassa → Toiminta päättynyt',
      'Asiakirja esimerkit/S90001.txt Tallennettu 2.1.2021 Sivu alkuperäisessä palvelussa https://lahde.example/S90001',
      `Hankekartta. ”Täysi esimerkki” (S90001). ${HOMEPAGE}hankkeet/S90001.html`,
    ];
    for (const part of expected) expect(text).toContain(part);
  });

  it('opens the source line of a value where it stands, as text', () => {
    const html = site.read('hankkeet/S90001.html');
    expect(readMain('hankkeet/S90001.html')).toContain(
      'Lähde: Myönnetty rivi 83 Myönnetty EU- ja valtion rahoitus: 391 780 esimerkit/S90001.txt, tallennettu 2.1.2021',
    );
    expect(html).toContain('<mark>391 780</mark>');
    expect(html).toContain(
      '<mark>Ensimmäinen kappale. &lt;b&gt; <span class="withheld" lang="fi">[puhelinnumero poistettu]</span></mark>',
    );
    // Both ends of a period stand in one line: it is shown once, with both marked.
    expect(html.match(/Alkaa /g)).toHaveLength(1);
    expect(html).toContain('Alkaa <mark>1.3.2019</mark> ja päättyy <mark>31.12.2020</mark>');
  });

  it('says nothing of what a source does not say', () => {
    const text = readMain('hankkeet/S90006.html');
    expect(text).toContain('Nimetön hanke S90006');
    expect(text).toContain('Lähde ei kerro, missä hanke toimii.');
    for (const heading of ['Raha', 'Toteuttaja', 'Tiivistelmä', 'Kestävä kehitys', 'Kumppanit', 'undefined', 'NaN'])
      expect(text).not.toContain(heading);
  });

  it('shows a negative amount with a minus sign, and an open budget as one', () => {
    expect(readMain('hankkeet/A90003.html')).toContain('1 234 567 € Toteutunut −90 757,11 €');
    expect(readMain('hankkeet/2014-1-99-KEKSI.html')).toContain('Budjetti yli 1 000 000 €');
    expect(readMain('hankkeet/2014-1-99-KEKSI.html')).toContain('Koko maa lähteessä Valtakunnallinen');
  });

  it('in Swedish and English has their names, money and dates, and keeps the texts of its source', () => {
    const swedish = readMain('sv/hankkeet/S90001.html');
    expect(swedish).toContain('Projektet har beviljats 391 780 € av EU och staten.');
    expect(swedish).toContain('5 Social delaktighet och bekämpning av fattigdom');
    expect(swedish).toContain('Påhittsby andel 130 593 €');
    const english = readMain('en/hankkeet/S90001.html');
    expect(english).toContain('The implementation period is 1 Mar 2019 – 31 Dec 2020.');
    expect(english).toContain('Source on 2 January 2021: “Toiminta päättynyt”');
    expect(site.read('en/hankkeet/S90001.html')).toMatch(/<div class="prose"\s+lang="fi"/);
    expect(english).toContain('Ensimmäinen kappale. Rivinvaihto kappaleessa.');
  });

  it('that was withdrawn leaves a page that says so', () => {
    expect(readMain('hankkeet/S90009.html')).toContain('Sen viimeisimmät tiedot ovat julkaisussa 2026-01-01.');
  });
});

describe('an area', () => {
  it('answers in a sentence, then lists three kinds of projects, newest first, with shares and wholes', () => {
    const text = readMain('kunnat/091.html');
    // Two projects have no known place: what is known is the least.
    expect(text).toMatch(
      /^ ?Kunta, 5 000 asukasta Kuvitela kunnassa Kuvitela on toiminut|Kunnassa Kuvitela on toiminut vähintään 2 EU-hanketta\. Niiden rahasta kunnan osuus on 130 704 €\./i,
    );
    expect(text).toContain('Toteuttajana Kuvitelan kunta.');
    expect(text).toMatch(
      /Hankkeet, jotka nimeävät kunnan 2 .* Äänetön hanke .* 111 € kunnan osuus koko hanke 1 000 € Täysi esimerkki .* 130 593 € kunnan osuus koko hanke 391 780 €/,
    );
    expect(text).toContain('Kunnan osuus yhteensä 130 704 € samojen hankkeiden koko raha 392 780 €');
    expect(text).toContain('Hankkeet, joiden hakija on täältä 2');
    expect(text).toContain('Naapurikunnat Esimerkkilä Tarinala');
  });

  it('shows the projects for a whole that holds it as such, added to nothing', () => {
    const text = readMain('kunnat/504.html');
    expect(text).toContain('Ei tiedetä, montako EU-hanketta kunnassa Vailla-Hanketta on toiminut.');
    expect(text).toMatch(
      /Hankkeet, jotka koskevat koko aluetta 2 .* koko maakunta Käynnissä 1\.1\.2020– .* koko maa Suunnitteilla/,
    );
    expect(readMain('maakunnat/14/koko-alue.html')).toContain('Koko maakunta.');
  });

  it('says what is not known', () => {
    expect(readMain('kunnat/504.html')).toContain(
      'Mitä emme tiedä 1 hanke: lähde ei kerro, missä päin Suomea hanke toimii.',
    );
    expect(readMain('kunnat/035.html')).toContain('Väkilukua ei ole, joten lukua asukasta kohti ei voi laskea.');
  });

  it('lists cancelled projects beside its numbers, not in them', () => {
    expect(readMain('kunnat/035.html')).toContain('Lisäksi peruuntuneita hankkeita: 1. Ne eivät ole luvuissa.');
  });

  it('has its official name and locative in each language', () => {
    expect(readMain('sv/kunnat/091.html')).toContain('I Påhittsby har minst 2 EU-projekt genomförts.');
    expect(readMain('en/kunnat/091.html')).toContain('At least 2 EU projects have run in Kuvitela.');
    expect(site.read('sv/kunnat/091.html')).toContain('<h1>Påhittsby</h1>');
  });

  it('has the levels above it named in the breadcrumb', () => {
    const trail = site.read('kunnat/091.html').split('class="trail')[1]!.split('</nav>')[0]!;
    expect(trail.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')).toContain(
      'Koko maa Keksitty-Suomi maakunta Kuvitelan seutu seutukunta',
    );
  });

  it('in a list stands in the order of the heading, and its zero is not known where something has no place', () => {
    const order = (file: string) =>
      [...site.read(file).matchAll(/<th scope="row"><a href="\.\.\/kunnat\/(\d+)\.html"/g)].map(([, code]) => code);
    expect(order('kunnat/index.html').join(' ')).toBe('049 091 035 235 092 504 503 478 501 502');
    expect(order('kunnat/jarjestys-hankkeita.html').join(' ')).toBe('049 091 501 035 235 092 503 478 502 504');
    // Without a population there is no figure: last.
    expect(order('kunnat/jarjestys-rahoitus-asukasta-kohti.html').slice(0, 2)).toEqual(['501', '049']);
    expect(order('kunnat/jarjestys-rahoitus-asukasta-kohti.html').at(-1)).toBe('035');
    expect(readMain('kunnat/index.html')).toContain('Vailla-Hanketta ei tiedetä ei tiedetä ei tiedetä');
    expect(readMain('kunnat/index.html')).toContain('Paikkaa ei kerrota 3 0');
  });
});

describe('lists', () => {
  it('of a filter have what it says', () => {
    expect(readMain('hankkeet/rajaus/tila/ongoing.html')).toMatch(/Käynnissä 2 hanketta\./);
    expect(readMain('hankkeet/rajaus/rahasto/ESF/14.html')).toContain('Euroopan sosiaalirahasto (ESR), Satumaa');
    expect(readMain('hankkeet/rajaus/paikka/unknown.html')).toContain('Nimetön hanke S90006');
    expect(readMain('hankkeet/index.html')).toContain('5 hanketta. Lisäksi 1 peruuntunut hanke');
  });

  it('of an organisation have what it implements and what it is a partner in', () => {
    expect(readMain('organisaatiot/1234567-1.html')).toMatch(
      /Kuvitelan kunta Toteuttajana 2 hanketta, joille on myönnetty yhteensä 392 780 €/,
    );
    expect(readMain('organisaatiot/7654321-2.html')).toMatch(
      /Kumppanina: 1 hanke\. .* Kumppanina .* Täysi esimerkki .* Osatoteuttaja/,
    );
  });

  it('of a year and an axis count and lead on', () => {
    expect(readMain('vuodet/2020.html')).toContain('Vuonna 2020 toteutettiin 2 hanketta. Niistä alkoi 1 ja päättyi 1.');
    expect(readMain('toimintalinjat/2014-2020-5.html')).toContain('10.1 Työelämän ulkopuolella olevien');
  });

  it('of many projects are divided into pages of 30, each project once', async () => {
    const many = await makeSite((data) => {
      const lines = Array.from({ length: 61 }, (_, index) =>
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
      [...html.split('<ul class="items">')[1]!.matchAll(/<p class="name">\s*<a\s+href="([^"]+)"/g)].map(([, href]) =>
        href!.split('/').at(-1),
      ),
    );
    expect(listed.map(({ length }) => length)).toEqual([30, 30, 7]);
    expect(new Set(listed.flat()).size).toBe(67);
    expect(/aria-current="page"\s*>(\d+)</.exec(lists[1]!.split('class="pager"')[1]!)?.[1]).toBe('2');
  });
});

describe('the pages about the site', () => {
  it('the data page names every file with its size', () => {
    const html = site.read('data.html');
    const { files } = JSON.parse(readFileSync(path.join(FIXTURE, 'data/latest/manifest.json'), 'utf8')) as {
      files: { path: string }[];
    };
    for (const { path: file } of files) expect(html).toContain(`href="data/latest/${file}"`);
    expect(html).toContain('href="data/2026-02-01.zip"');
    expect(html).toContain('href="data/2026-01-01/manifest.json"');
    expect(readMain('data.html')).toContain('coverage_summary.csv 621 tavua Kattavuuden yhteenveto');
    expect(readMain('en/data.html')).toContain('coverage_summary.csv 621 bytes');
  });

  it('say what the collection is, as the data hold it', async () => {
    expect(readMain('tietoa.html')).toContain('EU:n rahoittamista hankkeista Suomessa: Euroopan aluekehitysrahasto');
    const inclusion = await makeSite((data) => {
      const file = path.join(data, 'latest', 'projects.jsonl');
      const esf = readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => !line.includes('"ERDF"'))
        .join('\n');
      writeFileSync(file, esf);
    });
    const text = inclusion.read('tietoa.html');
    inclusion.remove();
    expect(text).toContain('edistävät sosiaalista osallisuutta');
  });

  it('the accessibility statement has a date, a contact and the supervisor', async () => {
    const made = await makeSite(undefined, { name: 'Keksitty liitto', contact: 'palaute@liitto.example' });
    const text = made.read('saavutettavuus.html');
    const project = made.read('hankkeet/S90001.html');
    made.remove();
    for (const part of ['25.11.2026', 'mailto:palaute@liitto.example', 'Traficom', 'saavutettavuusvaatimukset.fi'])
      expect(text).toContain(part);
    expect(project).toContain(
      'href="mailto:palaute@liitto.example?subject=Virhe%20sivustolla%20Hankekartta%3A%20S90001"',
    );
    expect(site.read('saavutettavuus.html')).toContain('ei ole antanut yhteystietoja');
  });

  it('the page of a missing address works in every folder', () => {
    const html = site.read('404.html');
    expect(html).toContain('href="/jokin/polku/styles/site.css"');
    expect(site.read('sv/404.html')).toContain('href="/jokin/polku/sv/index.html"');
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
    expect(files.length).toBeGreaterThan(300);
  });
});
