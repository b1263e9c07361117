import type { AdministrativeArea, MonetaryGrant, Organization, Project, WithContext } from 'schema-dts';
import type { Projects } from '../../../pipeline/model/schema-types.ts';
import { addressOf } from '../../address.ts';
import type { View } from '../../page-type.ts';
import { nameProject } from '../../parts/projects.ts';
import { AREA_LEVELS, areaPath, organisationPath, projectPath, recordPath } from '../../paths.ts';

/**
 * The project for search engines in terms of schema.org, whose `Project` is an organisation for a time: it was founded when it
 * began and dissolved when it ended. Money is a grant and nothing else is; what no source says is left out.
 * https://schema.org/Project, https://schema.org/MonetaryGrant
 */
export function describeProjectData(view: View, project: Projects): WithContext<Project> {
  const { data, language } = view;
  const address = (path: string): string => addressOf(data.published.homepage, path);
  const { project_id: id, start_date: start, end_date: end, summary, tagline } = project;
  const record = address(recordPath(id));
  const runner = findRunner(view, project, address);
  const areas = listAreas(view, id, address);
  const grant = describeGrant(view, project);
  return {
    '@context': 'https://schema.org',
    '@type': 'Project',
    // The same name as in the linked data that the catalogue describes.
    '@id': `${record}#project`,
    identifier: project.project_code ?? id,
    name: nameProject(view, project),
    url: address(language.prefix + projectPath(id)),
    ...(summary === undefined ? {} : { description: summary }),
    ...(tagline === undefined ? {} : { disambiguatingDescription: tagline }),
    ...(project.source_url === undefined ? {} : { sameAs: project.source_url }),
    ...(start === undefined ? {} : { foundingDate: start }),
    ...(end === undefined ? {} : { dissolutionDate: end }),
    ...(runner === undefined ? {} : { parentOrganization: runner }),
    ...(areas.length === 0 ? {} : { areaServed: areas }),
    ...(grant === undefined ? {} : { funding: grant }),
    subjectOf: { '@type': 'DataDownload', contentUrl: record, encodingFormat: 'application/json' },
  };
}

/** Who carries the project out; nobody where the name is not published. */
function findRunner(view: View, project: Projects, address: (path: string) => string): Organization | undefined {
  const { beneficiary_name: name, beneficiary_business_id: businessId } = project;
  const found = view.data.organisations.of(name, businessId);
  if (name === undefined || found === undefined) return undefined;
  return {
    '@type': 'Organization',
    name,
    url: address(view.language.prefix + organisationPath(found.key)),
    ...(businessId === undefined ? {} : { identifier: businessId }),
  };
}

/** The areas that the project works in, at the levels that have pages; one with share 0 is one that it no longer works in. */
function listAreas({ data, language }: View, id: string, address: (path: string) => string): AdministrativeArea[] {
  const targets = data.areasOf(id).filter(({ role, share_equal: share }) => role === 'target' && share > 0);
  return targets.flatMap(({ area_level: its, area_code: code }): AdministrativeArea[] => {
    const level = AREA_LEVELS.find((each) => each === its);
    const area = level === undefined ? undefined : data.findArea(level, code);
    if (level === undefined || area === undefined) return [];
    const url = address(language.prefix + areaPath(level, code));
    return [{ '@type': 'AdministrativeArea', name: language.nameOf(area), identifier: code, url }];
  });
}

/** What the EU and the State have granted, by the fund and the authority that decides of it. */
function describeGrant({ code, titled }: View, project: Projects): MonetaryGrant | undefined {
  const { funding_granted_eu_state: value, fund, responsible_authority: decider } = project;
  if (value === undefined) return undefined;
  const funders = [
    ...(fund === undefined ? [] : [code('fund', fund)]),
    ...(decider === undefined ? [] : [titled('authorities', decider) ?? decider]),
  ].map((name): Organization => ({ '@type': 'Organization', name }));
  return {
    '@type': 'MonetaryGrant',
    amount: { '@type': 'MonetaryAmount', value, currency: 'EUR' },
    ...(funders.length === 0 ? {} : { funder: funders }),
  };
}
