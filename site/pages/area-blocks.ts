import type { Projects } from '../../pipeline/model/schema-types.ts';
import { type Content, fill, html } from '../html.ts';
import { capitalise, fillText } from '../language/language.ts';
import { remember } from '../model/remember.ts';
import type { SiteData } from '../model/site-data.ts';
import type { PageType, View } from '../page-type.ts';
import { countPages, listPages, renderPager, renderRange, takePage } from '../parts/pager.ts';
import { type ItemOptions, type ListLink, renderItems, renderShortList } from '../parts/projects.ts';
import { AREA_BLOCKS, AREA_LEVELS, type AreaBlock, areaBlockPath, areaPath, facetPath } from '../paths.ts';
import { listAbove, type Place } from './place.ts';

/** Rows of a block on the area's own page: shown, and behind the button. */
const SHOWN: Readonly<Record<AreaBlock, readonly [number, number]>> = {
  target: [4, 5],
  wide: [2, 5],
  beneficiary: [2, 5],
  place: [2, 5],
};
export const BLOCK_IDS: Readonly<Record<AreaBlock, string>> = {
  target: 'hankkeet',
  wide: 'koko-alue',
  beneficiary: 'hakijat',
  place: 'toteutuspaikka',
};

/** What stands in a block. None of it is added to another block. */
interface Block {
  readonly projects: readonly Projects[];
  readonly heading: string;
  readonly note: Content;
  /** Said where there is nothing; a block without it is not shown then. */
  readonly none?: string;
  readonly options: ItemOptions;
}

/** What a block lists, newest first; cancelled ones too. */
export function listProjects(data: SiteData, { level, area }: Place, block: AreaBlock): readonly Projects[] {
  return block === 'wide'
    ? data.unplacedFor(level, area.code).wide.map(({ project }) => project)
    : data.projectsIn(level, area.code, block);
}

function describeBlock(view: View, place: Place, block: AreaBlock): Block {
  const { t, data } = view;
  const { level, area } = place;
  const words = t.area;
  const projects = listProjects(data, place, block);
  const note = (project: Projects): Content => describeRoles(view, place, block, project);
  if (block === 'target')
    return {
      projects,
      heading: words.namedHeading[level],
      note: words.namedNote[level],
      none: words.namedNone,
      options: { share: { level, code: area.code }, note },
    };
  if (block === 'beneficiary')
    return { projects, heading: words.hereHeading, note: words.hereNote, none: words.hereNone, options: { note } };
  if (block === 'place') return { projects, heading: words.placeHeading, note: words.placeNote, options: { note } };
  const { wide } = data.unplacedFor(level, area.code);
  const levels = new Map(wide.map(({ project, level: its }) => [project.project_id, its]));
  const areas = [...new Set(levels.values())].map((its) => t.whole[its]);
  return {
    projects,
    heading: words.wideHeading,
    note: fillText(words.wideNote, { areas: areas.join(', ') }),
    none: words.wideNone[level],
    options: { wide: ({ project_id: id }) => levels.get(id), note },
  };
}

/** Whether a block can have more than is known: projects that say no place, or a coarser one around the area. */
export function mayHoldMore(data: SiteData, { level, area }: Place, block: AreaBlock): boolean {
  const { wide, nowhere } = data.unplacedFor(level, area.code);
  if (block === 'target') return wide.length + nowhere.length > 0;
  if (block === 'wide') return nowhere.length > 0;
  if (block === 'place') return false;
  const holders = [
    ...(level === 'municipality' ? [`sub_region/${area.sub_region_code ?? ''}`] : []),
    ...(level === 'region' ? [] : [`region/${area.region_code ?? ''}`]),
  ];
  return countSeatless(data) > 0 || holders.some((holder) => countSeatless(data, holder) > 0);
}

/**
 * How many projects have an applicant of whom no finer place is known than the one of the key, `sub_region/011` or `region/19`; without
 * a key those of whom none is known.
 */
export const countSeatless = remember(
  (data, key) =>
    data.projects.filter(({ project_id: id, status }) => {
      if (status === 'cancelled') return false;
      const seats = data.areasOf(id).filter(({ role }) => role === 'beneficiary');
      const finest = AREA_LEVELS.findLast((level) => seats.some((row) => row.area_level === level));
      if (key === '') return finest === undefined;
      return seats.some((row) => row.area_level === finest && key === `${row.area_level}/${row.area_code}`);
    }).length,
);

/** What else the area is to a project, in words: its applicant is from here, its work is done here. */
function describeRoles(view: View, { level, area }: Place, block: AreaBlock, project: Projects): Content {
  const roles = view.data
    .areasOf(project.project_id)
    .filter((row) => row.area_level === level && row.area_code === area.code && row.role !== block)
    .filter(({ role, share_equal: share }) => role !== 'target' || share > 0);
  return roles.map(({ role }) => html`<span class="level">${view.code('area-role', role).toLowerCase()}</span> `);
}

/**
 * The blocks of an area: those that name it, those for a whole that holds it, those whose applicant is from here; and where sources say so,
 * those whose work is done here.
 */
export function renderBlocks(view: View, place: Place): Content {
  const { language } = view;
  return AREA_BLOCKS.map((block) => {
    const { projects, heading, note, none, options } = describeBlock(view, place, block);
    const counted = projects.filter(({ status }) => status !== 'cancelled').length;
    const [shown, more] = SHOWN[block];
    if (projects.length === 0 && none === undefined) return undefined;
    const list =
      projects.length === 0
        ? html`<p class="empty">${none}</p>`
        : html`<p class="note">${note} ${describeCancelled(view, projects.length - counted)}</p>
            ${renderShortList(view, projects, shown, more, listAll(view, place, block, projects.length), options)}
            ${block === 'target' ? renderSums(view, place, projects) : undefined}`;
    // A count of none where there may be some would say more than is known; the text says what is.
    const isOpen = counted === 0 && mayHoldMore(view.data, place, block);
    return html`<section id="${BLOCK_IDS[block]}">
      <h2>${heading}${isOpen ? undefined : html` <span class="count">${language.number(counted)}</span>`}</h2>
      ${list}
    </section> `;
  });
}

/** Where a block goes on. Projects for a whole region are listed once, at the region, and not once a municipality. */
function listAll({ t, data }: View, { level, area }: Place, block: AreaBlock, count: number): ListLink[] {
  if (block !== 'wide') return [{ path: areaBlockPath(level, area.code, block), count }];
  const holders = [
    ['sub_region', level === 'municipality' ? area.sub_region_code : undefined],
    ['region', level === 'region' ? undefined : area.region_code],
  ] as const;
  const areas = holders.flatMap(([holder, code]): ListLink[] => {
    const projects = code === undefined ? [] : data.wholeOf(holder, code);
    return code === undefined || projects.length === 0
      ? []
      : [{ path: areaBlockPath(holder, code, 'wide'), count: projects.length, label: t.whole[holder], always: true }];
  });
  const country = data.facets.find('place', 'country')?.projects.length ?? 0;
  return country === 0
    ? areas
    : [...areas, { path: facetPath('place', 'country'), count: country, label: t.whole.country, always: true }];
}

function describeCancelled({ t, language }: View, cancelled: number): string {
  return cancelled === 0 ? '' : fillText(t.area.cancelled, { count: language.number(cancelled) });
}

/** The area's shares as they are labelled above, and the whole money of the same projects. */
function renderSums({ t, language }: View, { level, area }: Place, projects: readonly Projects[]): Content {
  const whole = projects.reduce(
    (sum, { status, funding_granted_eu_state: granted }) => sum + (status === 'cancelled' ? 0 : (granted ?? 0)),
    0,
  );
  const share = capitalise(t.share[level]);
  return html`<p class="sums">
    <span
      >${fill(t.area.sum, { share, money: html`<b>${language.wholeEuros(area.funding_granted_eu_state)}</b>` })}</span
    >
    <span>${fillText(t.area.sumWhole, { money: language.wholeEuros(whole) })}</span>
  </p>`;
}

interface Key extends Place {
  readonly block: AreaBlock;
  readonly page: number;
}

/** What the page of a block lists: for `wide` the projects that name this very area as a whole. */
function listBlock(data: SiteData, { level, area }: Place, block: AreaBlock): readonly Projects[] {
  return block === 'wide' ? data.wholeOf(level, area.code) : listProjects(data, { level, area }, block);
}

/** A block that is too long for the area's page, from its beginning. */
export const AREA_BLOCK: PageType<Key> = {
  name: 'area-block',
  list: (data) =>
    AREA_LEVELS.flatMap((level) =>
      data.areas[level].flatMap((area) =>
        AREA_BLOCKS.flatMap((block) => {
          const count = listBlock(data, { level, area }, block).length;
          const [shown, more] = SHOWN[block];
          const isShort = block === 'wide' ? count === 0 : count <= shown + more;
          return isShort ? [] : listPages(count).map((page): Key => ({ level, area, block, page }));
        }),
      ),
    ),
  path: ({ level, area, block, page }) => areaBlockPath(level, area.code, block, page),
  create(view, { level, area, block, page }) {
    const { t, data, language } = view;
    const { heading, note, options } = describeBlock(view, { level, area }, block);
    const projects = listBlock(data, { level, area }, block);
    const name = language.nameOf(area);
    const title = fillText(t.area.listTitle, { name, block: heading });
    return {
      title: page === 1 ? title : `${title}, ${fillText(t.list.page, { page })}`,
      description: title,
      section: 'areas',
      place: { level, area },
      above: [
        ...listAbove(view, { level, area }),
        { name, path: areaPath(level, area.code), kind: t.levels[level].toLowerCase() },
      ],
      main: html`<header class="head">
          <p class="kind">${name}</p>
          <h1>${heading}</h1>
        </header>
        <p class="note">
          ${block === 'wide' ? `${capitalise(t.whole[level])}.` : note} ${t.list.newest}
          ${renderRange(view, projects.length, page)}
        </p>
        ${renderItems(view, takePage(projects, page), block === 'wide' ? { wide: () => level } : options)}
        ${renderPager(view, countPages(projects.length), page, (other) => areaBlockPath(level, area.code, block, other))}`,
    };
  },
};
