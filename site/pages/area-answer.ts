import type { Projects } from '../../pipeline/model/schema-types.ts';
import { type Content, fill, html } from '../html.ts';
import { capitalise, fillText } from '../language/language.ts';
import type { Area } from '../model/published.ts';
import { remember } from '../model/remember.ts';
import type { View } from '../page-type.ts';
import { facetPath, organisationPath, type PagedLevel } from '../paths.ts';
import { BLOCK_IDS, countSeatless, mayHoldMore } from './area-blocks.ts';
import type { Place } from './place.ts';

const isCounted = ({ status }: Projects): boolean => status !== 'cancelled';

/** Whether an area's numbers can be higher than what is known. */
export function hasUnplaced({ data }: View, place: Place): boolean {
  return mayHoldMore(data, place, 'target');
}

/** The page's answer: how many projects, what share of their money, who made them. */
export function renderAnswer(view: View, place: Place): Content {
  const { t, data, language } = view;
  const { level, area } = place;
  const words = t.area;
  const placeIn = language.placeIn(level, area);
  const count = area.project_count;
  const names = { place: language.code === 'en' ? placeIn : capitalise(placeIn), placeLower: placeIn };
  if (count === 0) {
    const template = hasUnplaced(view, place) ? words.ranUnknown : words.ranNone;
    return html`<p class="sentence">
      ${fillText(template, { ...names, place: template === words.ranUnknown && language.code === 'en' ? placeIn : names.place })}
    </p>`;
  }
  const template = hasUnplaced(view, place) ? words.ranAtLeast : count === 1 ? words.ranOne : words.ran;
  const ran = fill(template, { ...names, projects: html`<b class="nb">${language.count('euProjects', count)}</b>` });
  const money = html`<b class="nb">${language.wholeEuros(area.funding_granted_eu_state)}</b>`;
  return html`<p class="sentence">${ran} ${fill(words.moneyShare, { share: t.share[level], money })}</p>
    ${renderMakers(view, data.projectsIn(level, area.code, 'target').filter(isCounted))}`;
}

/** Those with most projects in the area. */
function renderMakers(view: View, projects: readonly Projects[]): Content {
  const { t, data, link } = view;
  const counts = new Map<string, number>();
  for (const project of projects) {
    const key = data.organisations.of(project.beneficiary_name, project.beneficiary_business_id)?.key;
    if (key !== undefined) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  if (counts.size === 0) return undefined;
  const top = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, 3);
  const links = top.map(
    ([key]) => html`<a href="${link(organisationPath(key))}">${data.organisations.find(key)?.name ?? ''}</a>`,
  );
  const names = links.map((name, index) => [
    index === 0 ? undefined : index === links.length - 1 ? html` ${lastJoin(view)} ` : ', ',
    name,
  ]);
  return html`<p class="answer">
    ${fill(counts.size > 3 ? t.area.makersAmong : counts.size === 1 ? t.area.maker : t.area.makers, { names })}
  </p>`;
}

/** The word that stands before the last item of a list. */
function lastJoin({ t }: View): string {
  return t.notation.list.replace('{first}', '').replace('{last}', '').trim();
}

/** Three counts that lead to the three blocks. */
export function renderJump(view: View, place: Place): Content {
  const { t, data, language } = view;
  const { level, area } = place;
  const { wide } = data.unplacedFor(level, area.code);
  const here = data.projectsIn(level, area.code, 'beneficiary').filter(isCounted);
  const items = [
    ['target', area.project_count, t.area.named[level]],
    ['wide', wide.length, t.area.wide],
    ['beneficiary', here.length, t.area.here],
  ] as const;
  return html`<nav class="jump" aria-label="${t.area.jump}">
    <ul>
      ${items.map(([block, count, label]) => {
        const value =
          count === 0 && mayHoldMore(data, place, block)
            ? html`<b class="open">${t.areas.unknown}</b>`
            : html`<b>${language.number(count)}</b>`;
        return html`<li><a href="#${BLOCK_IDS[block]}">${value} ${label}</a></li> `;
      })}
    </ul>
  </nav>`;
}

/** What the sources leave open, in words beside the numbers. */
export function renderUnknown(view: View, { level, area }: Place): Content {
  const { t, data, language, link } = view;
  const { nowhere } = data.unplacedFor(level, area.code);
  const words = t.area;
  const seatless = countSeatless(data);
  const money = nowhere.reduce((sum, project) => sum + (project.funding_granted_eu_state ?? 0), 0);
  const lines: Content[] = [];
  if (nowhere.length > 0) {
    const text = fillText(money === 0 ? words.unknownNowhereNoMoney : words.unknownNowhere, {
      projects: language.count('projects', nowhere.length),
      money: language.millions(money),
    });
    lines.push(html`<p>${text} <a href="${link(facetPath('place', 'unknown'))}">${words.unknownShow}</a></p>`);
  }
  if (seatless > 0)
    lines.push(html`<p>${fillText(words.hereUnknown, { projects: language.count('projects', seatless) })}</p>`);
  if (area.population === undefined) lines.push(html`<p>${words.unknownPopulation}</p>`);
  return html`<section class="unknown-note" id="ei-tiedeta">
    <h2>${words.unknownHeading}</h2>
    ${lines.length === 0 ? html`<p>${words.unknownNothing}</p>` : lines}
  </section>`;
}

/** Money per inhabitant beside the region's and the country's. */
export function renderComparison(view: View, place: Place): Content {
  const { t, data, language } = view;
  const { level, area } = place;
  const region = level === 'region' ? undefined : data.findArea('region', area.region_code ?? '');
  const rows: (readonly [string, number | undefined, boolean])[] = [
    [language.nameOf(area), valueOf(view, level, area), true],
    ...(region === undefined ? [] : [[language.nameOf(region), valueOf(view, 'region', region), false] as const]),
    [t.places.country, findCountryValue(data), false],
  ];
  const most = Math.max(...rows.map(([, value]) => value ?? 0));
  if (most <= 0) return undefined;
  const items = rows.map(([name, value, isOwn]) => {
    const width = value === undefined ? 0 : Math.max(0, (value / most) * 100);
    return html`<li class="${isOwn ? 'own' : 'other'}">
      <span>${name}</span>
      <span class="value"
        >${value === undefined ? t.areas.unknown : fillText(t.notation.money, { amount: language.number(value, 2) })}</span
      >
      <svg class="bar" width="100%" height="8" aria-hidden="true">
        <rect class="track" width="100%" height="8" />
        <rect class="fill" width="${width.toFixed(1)}%" height="8" />
      </svg>
    </li>`;
  });
  return html`<section class="comparison">
    <h2>${t.area.comparison}</h2>
    <p class="note">${t.area.comparisonNote}</p>
    <ul>
      ${items}
    </ul>
  </section>`;
}

function valueOf(view: View, level: PagedLevel, area: Area): number | undefined {
  const isUnknown = area.project_count === 0 && hasUnplaced(view, { level, area });
  return isUnknown ? undefined : area.funding_realised_public_per_inhabitant;
}

/** The country's money that has a region, over all inhabitants. */
const findCountryValue = remember((data): number | undefined => {
  const inhabitants = data.areas.region.reduce((sum, { population }) => sum + (population ?? 0), 0);
  const placed = data.summary('region', 'placed');
  return inhabitants === 0 || placed === undefined ? undefined : placed.funding_realised_public / inhabitants;
});
