/** What is shown must be true: no state, number or sum on the site contradicts another or the published tables. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findClass } from '../../site/explore/classes.ts';
import { findEngine } from '../../site/explore/collection.ts';
import { measureArea } from '../../site/explore/measures.ts';
import { MEASURES, WHOLE } from '../../site/explore/selection.ts';
import { listPages, type SitePage } from '../../site/list-pages.ts';
import { readPublished } from '../../site/model/published.ts';
import { createSiteData, type Money, type SiteData } from '../../site/model/site-data.ts';
import { AREA_LEVELS, areaPath, projectPath } from '../../site/paths.ts';
import { buildCollection, type Collection, COLLECTIONS } from './collections.ts';
import { listMissingLines, type QuotedRecord } from './list-missing-lines.ts';
import { listWithheld } from './list-withheld.ts';
import { ROOT } from './make-site.ts';

const MONEY = [
  'funding_granted_eu_state',
  'funding_realised_eu_state',
  'funding_planned_public',
  'funding_realised_public',
] as const satisfies readonly Money[];

describe.each(COLLECTIONS)('%s', (name, isThere) => {
  let collection: Collection | undefined;
  let data: SiteData;
  let pages: Map<string, SitePage>;
  beforeAll(async () => {
    if (!isThere) return;
    collection = await buildCollection(name);
    const published = path.join(collection.folder, 'dist');
    data = createSiteData(readPublished(published));
    pages = new Map(listPages({ data: published, root: ROOT }).map((page) => [page.path, page]));
  }, 300_000);
  afterAll(() => collection?.remove());
  const render = (file: string): string => pages.get(file)!.render();

  it.skipIf(!isThere)('no badge contradicts a count: ongoing are those that are counted as ongoing', () => {
    const wrong = data.projects.filter(
      (project) =>
        ['ongoing', 'planned'].includes(data.stateOf(project)) &&
        project.end_date !== undefined &&
        project.end_date < data.day,
    );
    expect(wrong).toEqual([]);
    for (const level of AREA_LEVELS)
      for (const area of data.areas[level]) {
        const here = data.projectsIn(level, area.code, 'target');
        const counted = here.filter(({ status }) => status !== 'cancelled');
        expect(counted).toHaveLength(area.project_count);
        expect(here).toHaveLength(area.project_count + area.cancelled_count);
        expect(counted.filter((project) => data.stateOf(project) === 'ongoing')).toHaveLength(area.ongoing_count);
        const beneficiaries = data.projectsIn(level, area.code, 'beneficiary');
        expect(beneficiaries.filter(({ status }) => status !== 'cancelled')).toHaveLength(
          area.beneficiary_project_count,
        );
      }
  });

  it.skipIf(!isThere)('a page shows every value that its project has', () => {
    // Said in other words: by links, marks, dates as people write them and official names.
    const elsewhere = [
      'project_id',
      'family',
      'status',
      'source_sha256',
      'source_url',
      'priority_axis_name',
      'specific_objective_name',
      'fund',
      'responsible_authority',
      'programming_period',
      'start_date',
      'end_date',
      'source_retrieved',
    ];
    const isText = (value: unknown): value is string =>
      typeof value === 'string' && value.length < 60 && !/[\n&<>"']/.test(value);
    const missing = new Set<string>();
    for (const project of data.newest.slice(0, 400)) {
      const page = render(projectPath(project.project_id))
        .replace(/<[^>]*>/g, ' ')
        .replace(/\s+/g, ' ');
      for (const [field, value] of Object.entries(project))
        if (isText(value) && !elsewhere.includes(field) && !page.includes(value.replace(/\s+/g, ' ')))
          missing.add(`${field} ${project.project_id} ${value}`);
      for (const [role, heading] of [
        ['place', 'Missä työ tehdään'],
        ['beneficiary', 'Hakijan sijainti'],
      ] as const)
        if (
          data.areasOf(project.project_id).some((row) => row.role === role && row.area_level !== 'country') !==
          page.includes(heading)
        )
          missing.add(`${role} ${project.project_id}`);
    }
    expect([...missing]).toEqual([]);
  });

  it.skipIf(!isThere)(
    'the page of an area says what else the area is to a project: where its applicant is, where its work is done',
    () => {
      const inWords = {
        '': { beneficiary: 'hakijan sijainti', place: 'toteutuspaikka', heading: 'Toteutuspaikka täällä' },
        'sv/': {
          beneficiary: 'sökandens ort',
          place: 'plats för genomförandet',
          heading: 'Platsen för genomförandet finns här',
        },
        'en/': {
          beneficiary: 'applicant&#39;s location',
          place: 'place of implementation',
          heading: 'Place of implementation here',
        },
      };
      let compared = 0;
      const sections = { target: 'hankkeet', beneficiary: 'hakijat' } as const;
      for (const level of AREA_LEVELS)
        for (const { code } of data.areas[level].slice(0, 60))
          for (const [prefix, words] of Object.entries(inWords)) {
            const html = render(prefix + areaPath(level, code));
            expect(html.includes(words.heading)).toBe(data.projectsIn(level, code, 'place').length > 0);
            for (const block of ['target', 'beneficiary'] as const) {
              const [first] = data.projectsIn(level, code, block);
              if (first === undefined) continue;
              const section = html.slice(html.indexOf(`<section id="${sections[block]}">`));
              const item = /<li class="item">([\s\S]*?)<\/li>/.exec(section)![1]!;
              for (const role of ['beneficiary', 'place'] as const) {
                if (role === block) continue;
                expect(item.includes(words[role])).toBe(data.projectsIn(level, code, role).includes(first));
                compared += 1;
              }
            }
          }
      expect(compared).toBeGreaterThan(20);
    },
  );

  it.skipIf(!isThere)('shares of the rows add up to each area, and with what is unplaced to all, to the cent', () => {
    for (const level of AREA_LEVELS)
      for (const money of MONEY) {
        let placed = 0;
        for (const area of data.areas[level]) {
          const shares = data
            .projectsIn(level, area.code, 'target')
            .filter(({ status }) => status !== 'cancelled')
            .reduce((sum, project) => sum + (data.shareOf(project, level, area.code, money) ?? 0), 0);
          expect(shares, `${level} ${area.code} ${money}`).toBe(Math.round(area[money] * 100));
          placed += shares;
        }
        const cents = (row: 'all' | 'placed' | 'unplaced'): number =>
          Math.round((data.summary(level, row)?.[money] ?? 0) * 100);
        expect(placed).toBe(cents('placed'));
        expect(cents('placed') + cents('unplaced')).toBe(cents('all'));
      }
  });

  it.skipIf(!isThere)(
    'every counted project names an area, is for a whole that holds it, or is said to have no place',
    () => {
      for (const level of AREA_LEVELS) {
        const named = new Set(data.areas[level].flatMap(({ code }) => data.projectsIn(level, code, 'target')));
        const wide = new Set(
          data.areas[level].flatMap(({ code }) => data.unplacedFor(level, code).wide.map(({ project }) => project)),
        );
        const { nowhere } = data.unplacedFor(level, data.areas[level][0]!.code);
        const counted = data.projects.filter(({ status }) => status !== 'cancelled');
        const missing = counted.filter(
          (project) => !named.has(project) && !wide.has(project) && !nowhere.includes(project),
        );
        expect(missing.map(({ project_id: id }) => id)).toEqual([]);
        expect([...wide].filter((project) => named.has(project) || nowhere.includes(project))).toEqual([]);
      }
    },
  );

  it.skipIf(!isThere)('where something is unplaced, no area says that it has none', () => {
    const { nowhere } = data.unplacedFor('municipality', data.areas.municipality[0]!.code);
    const zero = data.areas.municipality.filter((area) => area.project_count === 0).slice(0, 20);
    for (const { code } of zero) {
      const html = render(`kunnat/${code}.html`);
      if (nowhere.length > 0) expect(html).toContain('Ei tiedetä, montako EU-hanketta');
      expect(html).not.toContain('ei ole toiminut yhtään');
    }
    const listed = render('kunnat/index.html');
    if (zero.length > 0 && nowhere.length > 0) expect(listed).toContain('ei tiedetä');
    const [some] = data.areas.municipality.filter((area) => area.project_count > 0);
    if (some !== undefined && nowhere.length > 0) expect(render(`kunnat/${some.code}.html`)).toContain('vähintään');
  });

  it.skipIf(!isThere)(
    'no area counts none where there may be some: of projects that name it, that hold it, whose applicant is from it',
    () => {
      const { columns } = findEngine(data);
      const { levels } = findEngine(data).select(WHOLE);
      let open = 0;
      for (const level of AREA_LEVELS)
        data.areas[level].slice(0, 80).forEach(({ code }) => {
          const html = render(areaPath(level, code));
          const area = columns.areas[level].codes.indexOf(code);
          const { nowhere, wide } = data.unplacedFor(level, code);
          const wanted = [
            measureArea(columns, levels[level], level, area, 'projects').value,
            wide.length === 0 && nowhere.length > 0 ? undefined : wide.length,
            measureArea(columns, levels[level], level, area, 'beneficiaries').value,
          ];
          const write = (value: number | undefined): string =>
            value?.toLocaleString('fi').replaceAll(/\s/g, '') ?? 'eitiedetä';
          const jump = /<nav class="jump"[\s\S]*?<\/nav>/.exec(html)![0];
          const said = [...jump.matchAll(/<b[^>]*>([^<]*)<\/b>/g)].map(([, value]) => value!.replaceAll(/\s/g, ''));
          expect(said, `${level} ${code}`).toEqual(wanted.map(write));
          const headings = ['hankkeet', 'koko-alue', 'hakijat'].map((id) =>
            html.split(`<section id="${id}">`)[1]!.split('</h2>')[0]!.includes('class="count"'),
          );
          expect(headings).toEqual(wanted.map((value) => value !== undefined));
          open += wanted.filter((value) => value === undefined).length;
        });
      expect(open).toBeGreaterThan(0);
    },
  );

  it.skipIf(!isThere)('the start page and the list count alike', () => {
    const { counted, cancelled } = data.counts;
    expect(counted).toBe(data.summary('country', 'all')?.project_count);
    const said = (file: string): string =>
      /<p class="sentence">([^<]*)</.exec(render(file))![1]!.replaceAll('\u00a0', '');
    expect(said('hankkeet/index.html')).toContain(`${counted} hanketta`);
    if (cancelled > 0) expect(said('hankkeet/index.html')).toContain(`${cancelled} peruuntun`);
  });

  it.skipIf(!isThere)(
    'the map says something: in four of six measures no class holds over 60 % of the known areas',
    () => {
      const engine = findEngine(data);
      const { municipality } = engine.select(WHOLE).levels;
      const rows = MEASURES.map((measure) => {
        const { breaks } = data.published.classes.find(
          (scheme) => scheme.measure === measure && scheme.area_level === 'municipality',
        )!;
        const known = engine.columns.areas.municipality.codes.flatMap((_, area) => {
          const { value } = measureArea(engine.columns, municipality, 'municipality', area, measure);
          return value === undefined ? [] : [findClass(value, breaks)];
        });
        const sizes = known.map((its) => known.filter((each) => each === its).length);
        const largest = Math.max(0, ...sizes);
        return { measure, breaks: breaks.join(' · '), known: known.length, share: largest / known.length };
      });
      console.log(
        [
          name,
          ...rows.map((row) => `${row.measure}: ${row.breaks}; ${row.known} known, ${(row.share * 100).toFixed(0)} %`),
        ].join('\n'),
      );
      expect(rows).toHaveLength(6);
      expect(rows.filter(({ share }) => share <= 0.6).length).toBeGreaterThanOrEqual(4);
    },
  );

  it.skipIf(!isThere)(
    'nothing that is withheld stands on a page or in a file of the site',
    () => {
      const originals = listWithheld(collection!.folder);
      const shown: string[] = [];
      let files = 0;
      for (const [file, page] of pages) {
        if (/^(?:sv|en)\//.test(file)) continue;
        files += 1;
        const text = page
          .render()
          .replaceAll(/<\/?mark>/g, '')
          .replaceAll(/&amp;/g, '&')
          .replaceAll(/\s+/g, ' ');
        for (const original of originals) if (text.includes(original)) shown.push(`${file}: ${original}`);
      }
      console.log(`${name}: ${originals.size} withheld parts, ${shown.length} of them in ${files} pages and files`);
      expect(originals.size).toBeGreaterThan(10);
      expect(shown).toEqual([]);
    },
    300_000,
  );

  it.skipIf(!isThere)('every value of a project page opens its source line', () => {
    const missing: string[] = [];
    let opened = 0;
    for (const { project_id: id, funding_granted_eu_state: granted } of data.projects) {
      const file = path.join(collection!.folder, 'dist', 'api', 'projects', `${id}.json`);
      const record = JSON.parse(readFileSync(file, 'utf8')) as QuotedRecord;
      opened += Object.keys(record.quotes).length;
      missing.push(...listMissingLines(render(projectPath(id)), record, granted).map((what) => `${what} ${id}`));
    }
    console.log(`${name}: ${opened} source lines open on ${data.projects.length} pages`);
    expect([...new Set(missing)].slice(0, 20)).toEqual([]);
    expect(opened).toBeGreaterThan(data.projects.length * 10);
  });
});
