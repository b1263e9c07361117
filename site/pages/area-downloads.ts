import type { MultiPolygon } from 'geojson';
import type { Projects } from '../../pipeline/model/schema-types.ts';
import { findEngine } from '../explore/collection.ts';
import { writeCsv } from '../explore/csv.ts';
import { PROJECT_FIELDS } from '../explore/download.ts';
import { findGeography } from '../explore/files.ts';
import { measureArea } from '../explore/measures.ts';
import { MEASURES, WHOLE } from '../explore/selection.ts';
import { type Content, html } from '../html.ts';
import { fillText } from '../language/language.ts';
import type { SiteData } from '../model/site-data.ts';
import type { FileType, View } from '../page-type.ts';
import {
  AREA_BLOCKS,
  AREA_FORMATS,
  type AreaBlock,
  type AreaFormat,
  AREA_LEVELS,
  areaDownloadPath,
  type PagedLevel,
} from '../paths.ts';
import { listProjects } from './area-blocks.ts';
import type { Place } from './place.ts';

interface Key extends Place {
  readonly format: AreaFormat;
}

/** What an area's page shows, as files: its projects as CSV, its numbers and those of its municipalities as GeoJSON. */
export const AREA_DOWNLOADS: FileType<Key> = {
  name: 'area-downloads',
  list: ({ areas }) =>
    AREA_LEVELS.flatMap((level) =>
      areas[level].flatMap((area) => AREA_FORMATS.map((format): Key => ({ level, area, format }))),
    ),
  path: ({ level, area, format }) => areaDownloadPath(level, area.code, format),
  create: (data, { format, ...place }, languages) =>
    format === 'csv'
      ? writeProjects(data, place)
      : writeAreas(
          data,
          place,
          Object.fromEntries(
            languages.map(({ code, texts }) => [
              code,
              fillText(texts.map.attribution, { release: data.published.manifest.release }),
            ]),
          ),
        ),
};

/** The page's blocks, one after another; those for the whole country are the same everywhere and left to the file of all. */
function writeProjects(data: SiteData, place: Place): string {
  const { level, area } = place;
  const writeRow = (block: AreaBlock, project: Projects): Parameters<typeof writeCsv>[0][number] => {
    const share =
      block === 'target' && project.status !== 'cancelled'
        ? data.shareOf(project, level, area.code, 'funding_granted_eu_state')
        : undefined;
    const state = data.stateOf(project);
    return [
      block,
      project.project_id,
      project.name,
      project.beneficiary_name,
      project.fund,
      state === 'unknown' ? undefined : state,
      project.start_date,
      project.end_date,
      project.funding_granted_eu_state,
      project.funding_realised_eu_state,
      share === undefined ? undefined : share / 100,
    ];
  };
  const country = new Set(data.facets.find('place', 'country')?.projects);
  return writeCsv([
    ['block', ...PROJECT_FIELDS],
    ...AREA_BLOCKS.flatMap((block) =>
      listProjects(data, place, block)
        .filter((project) => block !== 'wide' || !country.has(project))
        .map((project) => writeRow(block, project)),
    ),
  ]);
}

/** The area, then its municipalities; WGS84, money in EUR, `null` where nobody knows. */
function writeAreas(data: SiteData, { level, area }: Place, attribution: Readonly<Record<string, string>>): string {
  const engine = findEngine(data);
  const { levels } = engine.select(WHOLE);
  const members = data.areas.municipality.filter(
    ({ region_code: region, sub_region_code: sub }) =>
      level !== 'municipality' && (level === 'region' ? region : sub) === area.code,
  );
  const describe = (its: PagedLevel, each: Place['area']): object => {
    const position = engine.columns.areas[its].codes.indexOf(each.code);
    const shape = findGeography(data).unite(data.boundaries.membersOf(its, each.code));
    return {
      type: 'Feature',
      id: `${its}/${each.code}`,
      properties: {
        area_level: its,
        code: each.code,
        name_fi: each.name_fi,
        name_sv: each.name_sv,
        name_en: each.name_en,
        ...Object.fromEntries(
          MEASURES.map((measure) => [
            measure,
            measureArea(engine.columns, levels[its], its, position, measure).value ?? null,
          ]),
        ),
      },
      geometry: shape === null ? null : roundShape(shape),
    };
  };
  const features = [describe(level, area), ...members.map((each) => describe('municipality', each))];
  const licence = 'https://creativecommons.org/licenses/by/4.0/';
  return `${JSON.stringify({ type: 'FeatureCollection', licence, attribution, features })}\n`;
}

/** Five decimals are a metre, as in the published GeoJSON. */
function roundShape({ type, coordinates }: MultiPolygon): MultiPolygon {
  const round = (degrees: number): number => Math.round(degrees * 1e5) / 1e5;
  return {
    type,
    coordinates: coordinates.map((polygon) => polygon.map((ring) => ring.map((point) => point.map(round)))),
  };
}

/** For people: what each file holds. */
export function renderDownloadLinks({ t, file }: View, { level, area }: Place): Content {
  return AREA_FORMATS.map(
    (format) => html`<a href="${file(areaDownloadPath(level, area.code, format))}" download>${t.area[format]}</a> `,
  );
}
