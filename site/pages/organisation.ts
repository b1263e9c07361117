import { type Content, fill, html } from '../html.ts';
import { fillText } from '../language/language.ts';
import { sortByName } from '../model/finnish-order.ts';
import type { Organisation } from '../model/organisations.ts';
import { remember } from '../model/remember.ts';
import type { PageType, View } from '../page-type.ts';
import { renderReportLink } from '../parts/contact.ts';
import { countPages, listPages, renderPager, renderRange, takePage } from '../parts/pager.ts';
import { renderItems } from '../parts/projects.ts';
import { renderFacts, renderSection } from '../parts/structure.ts';
import { areaPath, organisationListPath, organisationPath, projectListPath } from '../paths.ts';

/** Names in a list are one line each. */
const PER_LIST_PAGE = 100;

interface Key {
  readonly key: string;
  readonly page: number;
}

/** An organisation: the projects that it implements, and those that it is a partner in. */
export const ORGANISATION: PageType<Key> = {
  name: 'organisation',
  list: ({ organisations }) =>
    organisations.all.flatMap(({ key, projects, partnerIn }) =>
      listPages(Math.max(projects.length, partnerIn.length)).map((page) => ({ key, page })),
    ),
  path: ({ key, page }) => organisationPath(key, page),
  create(view, { key, page }) {
    const { t, data, language } = view;
    const organisation = data.organisations.find(key);
    if (organisation === undefined) throw new Error(`no organisation ${key}`);
    const { name, projects, partnerIn } = organisation;
    const words = t.organisation;
    const roles = new Map(partnerIn.map(({ project, role }) => [project.project_id, role]));
    const pages = countPages(Math.max(projects.length, partnerIn.length));
    const implemented = takePage(projects, page);
    const joined = takePage(partnerIn, page).map(({ project }) => project);
    const own = language.code === 'fi' ? undefined : html` lang="fi"`;
    return {
      title: page === 1 ? name : `${name}, ${fillText(t.list.page, { page })}`,
      description: fillText(words.description, { name }),
      section: 'projects',
      above: [
        { name: t.projects.title, path: projectListPath() },
        { name: words.listTitle, path: organisationListPath() },
      ],
      main: html`<header class="head">
          <p class="kind">${words.kind}</p>
          <h1${own}>${name}</h1>
          ${describeOrganisation(view, organisation)}
        </header>
        ${page === 1 ? renderBasics(view, organisation) : undefined}
        ${
          implemented.length === 0
            ? undefined
            : renderSection('toteuttajana', words.asBeneficiary, [
                html`<p class="note">${t.list.newest} ${renderRange(view, projects.length, page)}</p>`,
                renderItems(view, implemented),
              ])
        }
        ${
          joined.length === 0
            ? undefined
            : renderSection('kumppanina', words.asPartner, [
                html`<p class="note">${t.list.newest} ${renderRange(view, partnerIn.length, page)}</p>`,
                renderItems(view, joined, {
                  note: ({ project_id: id }) => view.code('partner-role', roles.get(id) ?? ''),
                }),
              ])
        }
        ${renderPager(view, pages, page, (other) => organisationPath(key, other))}
        <p class="downloads">${renderReportLink(view, name)}</p>`,
    };
  },
};

function describeOrganisation({ t, language }: View, { projects, partnerIn }: Organisation): Content {
  const counted = projects.filter(({ status }) => status !== 'cancelled');
  const money = counted.reduce((sum, project) => sum + (project.funding_granted_eu_state ?? 0), 0);
  const sentences = [
    projects.length === 0
      ? undefined
      : fill(t.organisation.sentence, {
          projects: html`<b>${language.count('projects', counted.length)}</b>`,
          money: html`<b class="nb">${language.wholeEuros(money)}</b>`,
        }),
    partnerIn.length === 0
      ? undefined
      : fill(t.organisation.sentencePartner, { projects: language.count('projects', partnerIn.length) }),
  ];
  return html`<p class="sentence">
    ${sentences.map((sentence) => (sentence === undefined ? undefined : [sentence, ' ']))}
  </p>`;
}

function renderBasics(
  { t, data, language, link, titled }: View,
  { businessId, type, projects }: Organisation,
): Content {
  const seats = new Set(
    projects.flatMap(({ project_id: id }) =>
      data
        .areasOf(id)
        .filter(({ role, area_level: level }) => role === 'beneficiary' && level === 'municipality')
        .map(({ area_code: code }) => code),
    ),
  );
  const links = [...seats].sort().flatMap((code) => {
    const area = data.findArea('municipality', code);
    return area === undefined
      ? []
      : [html`<a href="${link(areaPath('municipality', code))}">${language.nameOf(area)}</a> `];
  });
  return renderFacts(
    [
      [t.project.businessId, businessId],
      [
        t.project.beneficiaryType,
        type === undefined ? undefined : (titled('organisation-type', type) ?? html`<span lang="fi">${type}</span>`),
      ],
      [t.organisation.seat, links.length === 0 ? undefined : links],
    ],
    'facts compact',
  );
}

const sortOrganisations = remember(({ organisations }) =>
  sortByName(
    organisations.all,
    ({ name }) => name,
    ({ key }) => key,
  ),
);

/** Every organisation by name. */
export const ORGANISATIONS: PageType<number> = {
  name: 'organisation-list',
  list: ({ organisations }) => listPages(organisations.all.length, PER_LIST_PAGE),
  path: organisationListPath,
  create(view, page) {
    const { t, data, link, language } = view;
    const all = sortOrganisations(data);
    const rows = takePage(all, page, PER_LIST_PAGE).map(
      ({ key, name, projects, partnerIn }) =>
        html`<li>
          <a href="${link(organisationPath(key))}">${name}</a>
          <span class="count" lang="${language.code}"
            >${language.count('projects', projects.length + partnerIn.length)}</span
          >
        </li> `,
    );
    const title = t.organisation.listTitle;
    return {
      title: page === 1 ? title : `${title}, ${fillText(t.list.page, { page })}`,
      description: title,
      section: 'projects',
      above: [{ name: t.projects.title, path: projectListPath() }],
      main: html`<header class="head">
          <h1>${title}</h1>
          <p class="sentence">${language.count('organisations', all.length)}</p>
        </header>
        ${
          rows.length === 0
            ? html`<p>${t.list.none}</p>`
            : html`<p class="note">${t.list.byName} ${renderRange(view, all.length, page, PER_LIST_PAGE)}</p>
                <ul class="plain-list dense" ${language.code === 'fi' ? undefined : html` lang="fi"`}>
                  ${rows}
                </ul>`
        }
        ${renderPager(view, countPages(all.length, PER_LIST_PAGE), page, organisationListPath)}`,
    };
  },
};
