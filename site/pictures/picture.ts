import { addressOf } from '../address.ts';
import { fillText } from '../language/language.ts';
import { rememberWords } from '../model/remember.ts';
import type { SiteData } from '../model/site-data.ts';
import type { View } from '../page-type.ts';
import type { Place } from '../pages/place.ts';
import { type KeyFigure, listKeyFigures } from '../parts/key-figures.ts';
import { AREA_LEVELS, picturePath } from '../paths.ts';
import { drawPictureMap } from './draw-map.ts';
import type { Palette } from './palette.ts';

/** Pixels of every picture, as those who show previews ask for it. */
export const PICTURE_SIZE = { width: 1200, height: 630 } as const;

/** Everything that is to be seen in a picture, and nothing else. */
export interface Picture {
  readonly language: string;
  /** What the name is of: a level, and the region that the place lies in. */
  readonly kind: string;
  readonly name: string;
  readonly figures: readonly KeyFigure[];
  readonly site: string;
  /** Whose boundaries and data these are. */
  readonly source: string;
  /** SVG document. */
  readonly map: string | undefined;
  readonly palette: Palette;
}

/** The country, and the areas that have a picture of their own, as the site's options say. */
export function listPictured({ pictures, areas }: SiteData): readonly (Place | undefined)[] {
  if (pictures === 'none') return [];
  const levels = pictures === 'all' ? AREA_LEVELS : (['region'] as const);
  return [undefined, ...levels.flatMap((level) => areas[level].map((area) => ({ level, area })))];
}

/** What a page's picture is of: its place, or the region around it, or the country. */
function findPictured(data: SiteData, place: Place | undefined): Place | undefined {
  if (place === undefined || place.level === 'region' || data.pictures === 'all') return place;
  const region = data.findArea('region', place.area.region_code ?? '');
  return region === undefined ? undefined : { level: 'region', area: region };
}

/** For the head of a page: address and words of its picture; `undefined` for a site without pictures. */
export function describePicture(
  view: View,
  place: Place | undefined,
): { readonly address: string; readonly alt: string } | undefined {
  const { data, language } = view;
  if (data.pictures === 'none') return undefined;
  const pictured = findPictured(data, place);
  const path = language.prefix + picturePath(pictured?.level, pictured?.area.code);
  return {
    address: addressOf(data.published.homepage, path),
    alt: findAlt(view, pictured === undefined ? '' : `${pictured.level}/${pictured.area.code}`),
  };
}

/** The words of a picture by its level and code, since many pages have the same; the country's under nothing. */
const findAlt = rememberWords((view, key) => {
  const level = AREA_LEVELS.find((each) => key.startsWith(`${each}/`));
  const area = level === undefined ? undefined : view.data.findArea(level, key.slice(level.length + 1));
  return writeAlt(view, level === undefined || area === undefined ? undefined : { level, area });
});

/** The picture in words: the same name and figures. */
function writeAlt(view: View, place: Place | undefined): string {
  const { t } = view;
  const name = nameOf(view, place);
  const map = fillText(t.area.mapHeading, { place: place === undefined ? t.places.country : name });
  const figures = listShown(view, place).map(([value, label]) => `${value} ${label}`);
  return `${[name, kindOf(view, place), ...figures, map].join('. ')}.`;
}

/** How many projects and how much money: a third number would make all of them small. */
function listShown(view: View, place: Place | undefined): readonly KeyFigure[] {
  return listKeyFigures(view, place).slice(0, 2);
}

function nameOf({ t, language }: View, place: Place | undefined): string {
  return place === undefined ? t.site.name : language.nameOf(place.area);
}

function kindOf({ t, data, language }: View, place: Place | undefined): string {
  if (place === undefined) return t.places.country;
  const region = place.level === 'region' ? undefined : data.findArea('region', place.area.region_code ?? '');
  return region === undefined ? t.levels[place.level] : `${t.levels[place.level]} · ${language.nameOf(region)}`;
}

/** @param place the country without one */
export function createPicture(view: View, place: Place | undefined, palette: Palette): Picture {
  const { t, data, language } = view;
  return {
    language: language.code,
    kind: kindOf(view, place),
    name: nameOf(view, place),
    figures: listShown(view, place),
    site: data.publisher === undefined ? t.site.name : `${t.site.name} · ${data.publisher.name}`,
    source: t.site.footerBoundaries,
    map: drawPictureMap(view, place, palette),
    palette,
  };
}
