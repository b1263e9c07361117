import { type Content, html, toXml } from '../html.ts';
import { fillText, type Language, type LanguageCode } from '../language/language.ts';
import type { Area } from '../model/published.ts';
import { remember } from '../model/remember.ts';
import type { SiteData } from '../model/site-data.ts';
import type { FileType, View } from '../page-type.ts';
import { addressOf } from '../address.ts';
import { type ChangedProject, describeChanges, hasPage, listChangedProjects } from '../parts/changes.ts';
import { AREA_LEVELS, areaPath, feedPath, LATEST, type PagedLevel, projectPath, releasePath } from '../paths.ts';

/** Entries of a feed, the newest: readers keep those that they have seen. One release has no more than these, the last of which counts the rest. */
const NEWEST = 100;
const NAMESPACE = 'http://www.w3.org/2005/Atom';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';

interface Place {
  readonly level: PagedLevel;
  readonly area: Area;
}

interface Key {
  readonly language: LanguageCode;
  readonly prefix: string;
  readonly place?: Place;
}

type Words = Pick<View, 't' | 'data' | 'language'>;

/** One project that a release added, changed or removed. */
interface Entry {
  readonly release: string;
  readonly project: ChangedProject;
}

/** How many more projects a release touched. */
interface Rest {
  readonly release: string;
  readonly rest: number;
}

interface ReleaseChanges {
  readonly release: string;
  readonly projects: ChangedProject[];
}

/**
 * Atom (RFC 4287): what each release added, changed and removed, of the whole and of each area, an entry for each project and release.
 * The ids of entries name both, so they stay; dates are those of releases.
 */
export const FEED: FileType<Key> = {
  name: 'feed',
  list: ({ areas }, languages) =>
    languages.flatMap(({ code: language, prefix }) => [
      { language, prefix },
      ...AREA_LEVELS.flatMap((level) => areas[level].map((area) => ({ language, prefix, place: { level, area } }))),
    ]),
  path: ({ prefix, place }) => prefix + feedPath(place?.level, place?.area.code),
  create(data, key, languages) {
    const language = languages.find(({ code }) => code === key.language);
    return language === undefined ? '' : renderFeed({ t: language.texts, data, language }, key.place);
  },
};

/** For the head of a page: where its feed is. */
export function renderFeedLink({ t, language, file }: View, place?: Place): Content {
  const title = place === undefined ? t.feed.title : titleOf({ t, language }, place);
  const path = file(language.prefix + feedPath(place?.level, place?.area.code));
  return html`<link rel="alternate" type="application/atom+xml" title="${title}" href="${path}" />`;
}

function titleOf({ t, language }: Pick<View, 't' | 'language'>, { level, area }: Place): string {
  return fillText(t.feed.areaTitle, { place: `${language.nameOf(area)}, ${t.levels[level].toLowerCase()}` });
}

function renderFeed(words: Words, place: Place | undefined): string {
  const { t, data, language } = words;
  const address = (path: string): string => addressOf(data.published.homepage, path);
  const self = address(language.prefix + feedPath(place?.level, place?.area.code));
  const page = place === undefined ? releasePath() : areaPath(place.level, place.area.code);
  const entries = (findEntries(data).get(place === undefined ? '' : `${place.level}/${place.area.code}`) ?? [])
    .flatMap(({ release, projects }) => foldRelease(release, projects))
    .slice(0, NEWEST);
  const document = html`<feed xmlns="${NAMESPACE}" xml:lang="${language.code}">
    <id>${self}</id>
    <title>${place === undefined ? t.feed.title : titleOf(words, place)}</title>
    <subtitle>${t.feed.subtitle}</subtitle>
    <updated>${toTime(entries[0]?.release ?? data.published.releases.at(-1)?.release ?? data.day)}</updated>
    <author><name>${data.publisher?.name ?? t.site.name}</name></author>
    <rights>CC BY 4.0</rights>
    <link rel="self" type="application/atom+xml" href="${self}" />
    <link rel="alternate" type="text/html" hreflang="${language.code}" href="${address(language.prefix + page)}" />
    <link rel="related" type="application/json" href="${address(`${LATEST}changes.json`)}" />
    ${entries.map((entry) => ('rest' in entry ? renderRest(words, place, entry, address) : renderEntry(words, entry, address)))}
  </feed>`;
  return `${DECLARATION}${toXml(document)}\n`;
}

/** Projects beyond what a reader can be told of at once are counted: none goes unsaid. */
function foldRelease(release: string, projects: readonly ChangedProject[]): (Entry | Rest)[] {
  const told = projects.length > NEWEST ? NEWEST - 1 : NEWEST;
  const entries: (Entry | Rest)[] = projects.slice(0, told).map((project) => ({ release, project }));
  return projects.length > told ? [...entries, { release, rest: projects.length - told }] : entries;
}

function renderRest(
  { t, data, language }: Words,
  place: Place | undefined,
  { release, rest }: Rest,
  address: (path: string) => string,
): Content {
  // Each feed counts its own: one entry in two feeds would say two numbers.
  const own = place === undefined ? '' : `/${place.level}/${place.area.code}`;
  return html`<entry>
    <id>${entryId(data, language, release)}${own}</id>
    <title>${fillText(t.feed.rest, { release, count: language.number(rest) })}</title>
    <updated>${toTime(release)}</updated>
    <link
      rel="alternate"
      type="text/html"
      hreflang="${language.code}"
      href="${address(language.prefix + releasePath(release))}"
    />
    <link rel="related" type="application/json" href="${address(`data/${release}/changes.json`)}" />
    <content type="xhtml"
      ><div xmlns="http://www.w3.org/1999/xhtml"><p>${t.feed.restText}</p></div></content
    >
  </entry> `;
}

function renderEntry(words: Words, { release, project }: Entry, address: (path: string) => string): Content {
  const { t, data, language } = words;
  const name = project.name ?? fillText(t.project.untitled, { id: project.id });
  const page = hasPage(data, project.id) ? projectPath(project.id) : releasePath(release);
  return html`<entry>
    <id>${entryId(data, language, release, project.id)}</id>
    <title>${fillText(t.feed[project.change], { name })}</title>
    <updated>${toTime(release)}</updated>
    <category term="${project.change}" scheme="${address('schemas/1.0/codelists/change-kind.csv')}" />
    <link rel="alternate" type="text/html" hreflang="${language.code}" href="${address(language.prefix + page)}" />
    <link rel="related" type="application/json" href="${address(`data/${release}/changes.json`)}" />
    <content type="xhtml"
      ><div xmlns="http://www.w3.org/1999/xhtml">
        <p>${project.id}</p>
        <ul>
          ${tellChanges(words, project).map((told) => html`<li>${told}</li> `)}
        </ul>
      </div></content
    >
  </entry> `;
}

function tellChanges(words: Words, { change, changes }: ChangedProject): readonly Content[] {
  return change === 'removed' ? [words.t.notes.removedText] : describeChanges(words, changes);
}

/** A `tag:` (RFC 4151) of the release, and of a project in it, the same in every feed of a language. */
function entryId({ published }: SiteData, { code }: Language, release: string, id?: string): string {
  const { hostname, pathname } = new URL(published.homepage);
  const project = id === undefined ? '' : `/${encodeURIComponent(id)}`;
  return `tag:${hostname},${release.slice(0, 10)}:${pathname}${code}/${release}${project}`;
}

/** A release is dated by its name, never by a clock; the second of a day is a second later than the first, so that readers see it come. */
function toTime(release: string): string {
  const [day = '', number = '1'] = release.split('.');
  const time = new Date(Date.parse(`${day}T00:00:00Z`) + (Number(number) - 1) * 1000);
  return time.toISOString().replace('.000', '');
}

/** What each release changed by area, and of the whole under `''`; the newest release first. */
const findEntries = remember((data): ReadonlyMap<string, readonly ReleaseChanges[]> => {
  const groups = new Map<string, ReleaseChanges[]>();
  for (const { release } of data.published.history) {
    for (const project of listChangedProjects(data, release)) {
      for (const key of ['', ...listAreas(data, release, project)]) {
        const group = groups.get(key) ?? [];
        groups.set(key, group);
        const last = group.at(-1);
        if (last?.release === release) last.projects.push(project);
        else group.push({ release, projects: [project] });
      }
    }
  }
  return groups;
});

/** Areas that a change concerns: the project's in that release, in the one before it, and those that came or went. */
function listAreas(data: SiteData, release: string, { id, changes }: ChangedProject): Set<string> {
  const { published } = data;
  const previous = published.releases.find((each) => each.release === release)?.previous_release;
  const rows = [release, previous].flatMap((name) =>
    name === undefined ? [] : (published.readAreasOf(name).get(id) ?? []),
  );
  const stated = changes.flatMap(({ table, key }) => {
    const [, level, code] = table === 'project_areas' ? (key ?? '').split('/') : [];
    return level === undefined || code === undefined ? [] : `${level}/${code}`;
  });
  // A release whose folder is not kept: the areas of today are the best that is known.
  const known = rows.length > 0 ? rows : data.areasOf(id);
  return new Set([...known.map((row) => `${row.area_level}/${row.area_code}`), ...stated]);
}
