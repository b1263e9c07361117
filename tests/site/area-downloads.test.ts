/** What can be downloaded of an area is what its page shows, and nothing in it runs in a spreadsheet. */
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { guardFormula } from '../../pipeline/publish/formats/formula-guard.ts';
import { writeCsv } from '../../site/explore/csv.ts';
import { listPages, type SitePage } from '../../site/list-pages.ts';
import { readPublished } from '../../site/model/published.ts';
import { createSiteData, type SiteData } from '../../site/model/site-data.ts';
import { AREA_LEVELS, areaDownloadPath, areaPath } from '../../site/paths.ts';
import { type MadeSite, makeSite, ROOT } from './make-site.ts';

type Row = Readonly<Record<string, string>>;

let site: MadeSite;
let data: SiteData;
let pages: Map<string, SitePage>;

beforeAll(async () => {
  site = await makeSite();
  data = createSiteData(readPublished(site.folder));
  pages = new Map(listPages({ data: site.folder, root: ROOT }).map((page) => [page.path, page]));
});

afterAll(() => site.remove());

const textOf = (markup: string): string =>
  markup
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/&(\w+|#\d+);/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
const euros = (text: string): string => `${Math.round(Number(text)).toString().replace('-', '−')}€`;

/** Rows of a block on the area's page and the pages that go on with it; none where the page has no such block. */
function readBlock(level: (typeof AREA_LEVELS)[number], code: string, id: string): { id: string; cash: string }[] {
  const page = site.read(areaPath(level, code));
  const section = new RegExp(`<section id="${id}">([\\s\\S]*?)</section>`).exec(page)?.[1] ?? '';
  return [...section.matchAll(/<li class="item">([\s\S]*?)<\/li>/g)].map(([, item]) => ({
    id: /hankkeet\/([^"]+?)_?\.html"/.exec(item!)![1]!,
    cash: textOf(/<p class="cash">([\s\S]*?)<\/p>/.exec(item!)![1]!).replaceAll(/\s/g, ''),
  }));
}

describe.each(AREA_LEVELS)('downloads of a %s', (level) => {
  it('as CSV have the rows of its page in the same order, with the same money', () => {
    let compared = 0;
    for (const { code } of data.areas[level]) {
      const rows: Row[] = parse(site.read(areaDownloadPath(level, code, 'csv')), { columns: true });
      for (const [block, id] of [
        ['target', 'hankkeet'],
        ['wide', 'koko-alue'],
        ['beneficiary', 'hakijat'],
        ['place', 'toteutuspaikka'],
      ] as const) {
        const listed = readBlock(level, code, id);
        // Projects for the whole country are the same everywhere and stand in the file of all projects.
        const country = new Set(data.facets.find('place', 'country')?.projects.map((each) => each.project_id));
        const shown = listed.filter((each) => block !== 'wide' || !country.has(each.id));
        const mine = rows.filter((row) => row['block'] === block);
        expect(mine.slice(0, shown.length).map((row) => row['project_id'])).toEqual(shown.map((each) => each.id));
        mine.slice(0, shown.length).forEach((row, index) => {
          const { cash } = shown[index]!;
          for (const column of ['share_granted', 'funding_granted_eu_state'])
            if (row[column] !== '') expect(cash, `${code} ${row['project_id']!}`).toContain(euros(row[column]!));
          compared += 1;
        });
      }
      expect(rows.filter((row) => row['block'] === 'target')).toHaveLength(
        data.projectsIn(level, code, 'target').length,
      );
      expect(rows.filter((row) => row['block'] === 'beneficiary')).toHaveLength(
        data.projectsIn(level, code, 'beneficiary').length,
      );
    }
    expect(compared).toBeGreaterThan(0);
  });

  it('as CSV have the projects whose work is done there', () => {
    for (const { code } of data.areas[level]) {
      const rows: Row[] = parse(site.read(areaDownloadPath(level, code, 'csv')), { columns: true });
      const mine = rows.filter(({ block }) => block === 'place').map((row) => row['project_id']);
      expect(mine).toEqual(['092', '012', '01'].includes(code) ? ['S90001'] : []);
    }
  });

  it('have shares that add up to the area’s money in GeoJSON and in the rows of its page, to the cent', () => {
    for (const area of data.areas[level]) {
      const rows: Row[] = parse(site.read(areaDownloadPath(level, area.code, 'csv')), { columns: true });
      const cents = rows.reduce((sum, row) => sum + Math.round(Number(row['share_granted']) * 100), 0);
      const shown = data
        .projectsIn(level, area.code, 'target')
        .filter(({ status }) => status !== 'cancelled')
        .reduce((sum, project) => sum + (data.shareOf(project, level, area.code, 'funding_granted_eu_state') ?? 0), 0);
      expect(cents).toBe(shown);
      const { features } = JSON.parse(site.read(areaDownloadPath(level, area.code, 'geojson'))) as {
        features: { properties: { granted: number | null } }[];
      };
      expect(Math.round((features[0]!.properties.granted ?? 0) * 100)).toBe(cents);
    }
  });

  it('as GeoJSON have the area and its municipalities with the numbers of their pages', () => {
    for (const area of data.areas[level]) {
      const { features } = JSON.parse(site.read(areaDownloadPath(level, area.code, 'geojson'))) as {
        features: { id: string; properties: Record<string, string | number | null>; geometry: object | null }[];
      };
      const members = data.areas.municipality.filter(
        ({ region_code: region, sub_region_code: sub }) =>
          level !== 'municipality' && (level === 'region' ? region : sub) === area.code,
      );
      expect(features.map(({ properties }) => properties['code'])).toEqual([area, ...members].map(({ code }) => code));
      features.forEach(({ properties, geometry }, index) => {
        const its = index === 0 ? level : 'municipality';
        const shown = data.findArea(its, String(properties['code']))!;
        expect(geometry === null).toBe(
          data.boundaries.membersOf(its, shown.code).every((each) => !data.boundaries.has(each)),
        );
        expect(properties['name_fi']).toBe(shown.name_fi);
        const { wide, nowhere } = data.unplacedFor(its, shown.code);
        const unknown = shown.project_count === 0 && wide.length + nowhere.length > 0;
        expect(properties['projects']).toBe(unknown ? null : shown.project_count);
      });
    }
  });

  it('are linked on its page in every language, in the head too', () => {
    const [area] = data.areas[level];
    for (const prefix of ['', 'sv/', 'en/']) {
      const html = site.read(prefix + areaPath(level, area!.code));
      const up = '../'.repeat(prefix === '' ? 1 : 2);
      for (const [format, type] of [
        ['csv', 'text/csv'],
        ['geojson', 'application/geo+json'],
      ] as const) {
        const path = up + areaDownloadPath(level, area!.code, format);
        expect(html.replaceAll(/\s+/g, ' ')).toContain(`<link rel="alternate" type="${type}"`);
        expect(html.split(`href="${path}"`)).toHaveLength(3);
        expect(pages.get(areaDownloadPath(level, area!.code, format))?.isPage).toBe(false);
      }
    }
  });
});

describe('a CSV cell', () => {
  it('is guarded where a spreadsheet would run it, exactly as in the published tables for spreadsheets', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .tuple(
          fc.constantFrom('', ' ', "'", '\u200b', '\t'),
          fc.constantFrom('=', '+', '-', '@', '＝', '−', 'a'),
          fc.string(),
        )
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, (cell) => {
        fc.pre(!cell.includes('\r') || cell.includes('\r\n') || !cell.endsWith('\r'));
        const [[read] = []] = parse(writeCsv([[cell, 'end']]), {
          relax_column_count: true,
          record_delimiter: '\r\n',
        });
        expect(read).toBe(guardFormula(cell));
      }),
      { examples: [['=1+1'], ['-5 astetta'], ["'=1"], ['\u200b@x'], ['"a", b']] },
    );
  });

  it('of a number is the number, a negative one too', () => {
    expect(writeCsv([[-5, 0.1, undefined, '']])).toBe('-5,0.1,,\r\n');
  });
});
