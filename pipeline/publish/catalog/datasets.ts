import type { TableName } from '../../model/table.ts';

/** Name of the dataset that holds a whole release. */
export const PACKAGE = 'hankekartta';

export type DatasetName = TableName | typeof PACKAGE;

/** What a table is about: codes of `catalog-keyword.csv` and `eu-vocabulary.csv`. */
export interface Subject {
  readonly keywords: readonly string[];
  readonly themes: readonly string[];
  readonly languages: readonly string[];
}

const PROJECTS = ['projects', 'social_inclusion', 'structural_funds', 'esf', 'public_funding'];
const COVERAGE = ['projects', 'statistics', 'public_funding', 'social_inclusion'];
const ALL_LANGUAGES = ['language_fin', 'language_swe', 'language_eng'];

const aboutProjects = (...keywords: string[]): Subject => ({
  keywords: [...PROJECTS, ...keywords],
  themes: ['theme_soci', 'theme_gove'],
  languages: ['language_fin'],
});
const aboutAreas = (...keywords: string[]): Subject => ({
  keywords: [...keywords, ...COVERAGE],
  themes: ['theme_soci', 'theme_regi'],
  languages: ALL_LANGUAGES,
});

export const SUBJECTS: Readonly<Record<DatasetName, Subject>> = {
  [PACKAGE]: {
    keywords: [...PROJECTS, 'municipalities', 'sub_regions', 'regions', 'statistics'],
    themes: ['theme_soci', 'theme_regi', 'theme_gove'],
    languages: ALL_LANGUAGES,
  },
  projects: aboutProjects(),
  project_areas: aboutProjects('municipalities', 'sub_regions', 'regions'),
  partners: aboutProjects('organisations'),
  sections: aboutProjects(),
  sustainability: aboutProjects('sustainable_development'),
  municipalities: aboutAreas('municipalities'),
  sub_regions: aboutAreas('sub_regions'),
  regions: aboutAreas('regions'),
  coverage_summary: aboutAreas('regions', 'municipalities'),
  area_changes: {
    keywords: ['municipal_mergers', 'municipalities', 'sub_regions', 'regions'],
    themes: ['theme_regi'],
    languages: ['language_fin', 'language_eng'],
  },
  changes: aboutProjects('changes'),
  issues: { ...aboutProjects('data_quality'), languages: ['language_eng'] },
};
