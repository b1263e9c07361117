import type { Projects } from '../../pipeline/model/schema-types.ts';
import { formatDate, formatPeriod } from '../format.ts';
import { type Content, fill, type Html, html } from '../html.ts';
import type { Page } from '../layout.ts';
import type { LocatorMap } from '../map/locator-map.ts';
import { renderFacts, renderSection } from '../parts.ts';
import { DATA, LATEST, type Link, projectListPath, projectPath } from '../paths.ts';
import { renderStatus } from '../project-items.ts';
import { nameOf, type Site } from '../site.ts';
import { renderText } from '../text.ts';
import { renderAreas } from './project-areas.ts';
import { renderMoney, renderMonitoring, renderPartners } from './project-money.ts';
import { renderEquality, renderSustainability } from './project-principles.ts';
import { fillText } from '../words.ts';

/** Everything that the data say of one project, and where they say it from. */
export function createProjectPage(site: Site, locator: LocatorMap, projectId: string): Page {
  const { texts } = site;
  const project = site.findProject(projectId);
  const words = texts.project;
  const name = nameOf(texts, project);
  return {
    path: projectPath(projectId),
    title: name,
    description: fillText(words.description, { name }),
    section: 'projects',
    above: [{ name: texts.projects.title, path: projectListPath(1) }],
    main: (link) =>
      html`<article class="project">
        <header class="page-head">
          <h1>${name}</h1>
          ${project.tagline === undefined ? undefined : html`<p class="lead">${project.tagline}</p>`}
          <p class="byline">
            ${renderStatus(texts, project)}
            ${[project.beneficiary_name, formatPeriod(project.start_date, project.end_date)].filter((part) => part !== undefined).join(' · ')}
          </p>
        </header>
        <div class="overview">
          <div class="panel">
            ${renderSection('money', words.money, renderMoney(site, project))}
            ${renderSection('monitoring', words.monitoring, renderMonitoring(site, project))}
            ${renderSection('beneficiary', words.beneficiary, renderBeneficiary(site, project))}
          </div>
          <div class="panel">${renderSection('areas', words.areas, renderAreas(site, locator, project, link))}</div>
          <div class="panel">${renderSection('facts', words.facts, renderBasics(site, project))}</div>
        </div>
        ${[
          renderSection('summary', words.summary, optionalText(site, project.summary)),
          renderSection('target-groups', words.targetGroups, renderTargetGroups(site, project)),
          renderSection('final-report', words.finalReport, optionalText(site, project.final_report)),
          renderSections(site, projectId),
          renderSection('equality', words.equality, renderEquality(site, project)),
          renderSection('sustainability', words.sustainability, renderSustainability(site, projectId)),
          renderSection('partners', words.partners, renderPartners(site, projectId)),
          renderSource(site, project, link),
        ]}
      </article>`,
  };
}

function optionalText(site: Site, text: string | undefined): Content {
  return text === undefined ? undefined : html`<div class="prose">${renderText(site.texts, text)}</div>`;
}

/** `5 Sosiaalinen osallisuus …`; a list knows the code alone. */
function joinCode(code: string | undefined, name: string | undefined): string | undefined {
  const parts = [code, name].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join(' ');
}

function renderBasics({ texts }: Site, project: Projects): Content {
  const words = texts.project;
  return renderFacts([
    project.project_code === undefined ? [words.id, project.project_id] : [words.code, project.project_code],
    [words.journal, project.journal_number],
    [words.status, project.status === undefined ? project.status_label : texts.statuses[project.status]],
    [words.time, formatPeriod(project.start_date, project.end_date)],
    [words.fund, project.fund === undefined ? undefined : texts.funds[project.fund]],
    [words.period, project.programming_period?.replace('-', '–')],
    [words.axis, joinCode(project.priority_axis_code, project.priority_axis_name)],
    [words.objective, joinCode(project.specific_objective_code, project.specific_objective_name)],
    [words.authority, project.responsible_authority],
  ]);
}

function renderBeneficiary({ texts }: Site, project: Projects): Content {
  const words = texts.project;
  const town = [project.beneficiary_postal_code, project.beneficiary_post_office]
    .filter((part) => part !== undefined)
    .join(' ');
  const address = [project.beneficiary_street_address, town]
    .filter((part) => part !== undefined && part !== '')
    .join(', ');
  return renderFacts([
    [words.beneficiaryName, project.beneficiary_name],
    [words.beneficiaryType, project.beneficiary_type],
    [words.businessId, project.beneficiary_business_id],
    [words.address, address === '' ? undefined : address],
    [words.website, renderWebsite(project.beneficiary_website)],
    [words.arrangement, project.beneficiary_arrangement],
  ]);
}

/** A link where the source wrote a web address; anything else stays text. */
function renderWebsite(address: string | undefined): Content {
  if (address === undefined) return undefined;
  const full = /^www\./i.test(address) ? `http://${address}` : address;
  const isWeb = /^https?:\/\/[^\s/]/i.test(full) && URL.canParse(full);
  return isWeb ? html`<a href="${full}" rel="external nofollow noopener">${address}</a>` : address;
}

function renderTargetGroups(site: Site, project: Projects): Content {
  const words = site.texts.project;
  const direct = optionalText(site, project.target_groups);
  const indirect = optionalText(site, project.indirect_target_groups);
  if (direct === undefined && indirect === undefined) return undefined;
  return [
    direct === undefined
      ? undefined
      : html`<h3>${words.direct}</h3>
          ${direct}`,
    indirect === undefined
      ? undefined
      : html`<h3>${words.indirect}</h3>
          ${indirect}`,
  ];
}

function renderSections(site: Site, projectId: string): Content {
  const sections = site.sectionsOf(projectId);
  if (sections.length === 0) return undefined;
  return renderSection(
    'sections',
    site.texts.project.sections,
    sections.map(
      ({ heading, text }) =>
        html`<h3>${heading}</h3>
          <div class="prose">${renderText(site.texts, text)}</div> `,
    ),
  );
}

function renderSource({ texts }: Site, project: Projects, link: Link): Html | undefined {
  const words = texts.project;
  const url = project.source_url;
  const provenance = html`<a href="${link(`${LATEST}provenance.jsonl`)}">provenance.jsonl</a>`;
  const data = html`<a href="${link(DATA)}">${words.sourceDataLink}</a>`;
  return renderSection('source', words.source, [
    renderFacts([
      [words.sourceFamily, texts.families[project.family]],
      [words.sourceDocument, html`<span class="path">${project.source_document}</span>`],
      [
        words.sourceHash,
        html`<code>${fillText(words.sourceHashShort, { hash: project.source_sha256.slice(0, 12) })}</code>`,
      ],
      [
        words.sourceRetrieved,
        project.source_retrieved === undefined ? undefined : formatDate(project.source_retrieved),
      ],
      [words.sourceUrl, renderWebsite(url)],
    ]),
    html`<p>${fill(words.sourceText, { provenance, data })}</p>
      <p><a href="${link(`api/projects/${project.project_id}.json`)}">${words.sourceJson}</a></p>`,
  ]);
}
