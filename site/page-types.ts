import { SELECTION_EMBED } from './explore/embed-page.ts';
import { EXPLORE } from './explore/explore-page.ts';
import {
  EXPLORE_WORDS,
  MAP_BORDERS,
  MAP_BOUNDARIES,
  PROJECT_COLUMNS,
  SCRIPTS,
  WHOLE_DOWNLOADS,
} from './explore/files.ts';
import type { FileType, PageType } from './page-type.ts';
import { ABOUT_PAGE } from './pages/about.ts';
import { ACCESSIBILITY_PAGE } from './pages/accessibility.ts';
import { AREA } from './pages/area.ts';
import { AREA_DOWNLOADS } from './pages/area-downloads.ts';
import { AREA_BLOCK } from './pages/area-blocks.ts';
import { AREA_LIST } from './pages/area-list.ts';
import { AXIS } from './pages/axis.ts';
import { AXES } from './pages/axis-list.ts';
import { ASSESSMENT_PAGE } from './pages/data/assessment.ts';
import { DATA_PAGE } from './pages/data/index.ts';
import { MAPPING_PAGE } from './pages/data/mapping.ts';
import { MISSING_PAGE, MISSING_ROWS, MISSING_SCRIPT } from './pages/data/missing.ts';
import { QUALITY_CODE, QUALITY_PAGE } from './pages/data/quality.ts';
import { RELEASE_LIST, RELEASE_NOTES } from './pages/data/release-notes.ts';
import { WITHHELD_PAGE } from './pages/data/withheld.ts';
import { EMBED } from './pages/embed.ts';
import { FACET_LIST } from './pages/facet-list.ts';
import { FEED } from './pages/feed.ts';
import { GLOSSARY_PAGE } from './pages/glossary.ts';
import { NOT_FOUND_PAGE } from './pages/not-found.ts';
import { ORGANISATION, ORGANISATIONS } from './pages/organisation.ts';
import { PAIR_TABLE_PAGE } from './pages/pair-tables.ts';
import { PROJECT_LIST } from './pages/project-list.ts';
import { PROJECT } from './pages/project/index.ts';
import { REMOVED_PROJECT } from './pages/removed-project.ts';
import { REPORT_PAGE } from './pages/report.ts';
import { SCHEMA, SCHEMA_INDEX } from './pages/schema.ts';
import { YEAR, YEARS } from './pages/year.ts';

import { SEARCH_PAGE, SEARCH_PLACES } from './search/search-box.ts';

/** Calls a function with a page type, whatever its keys are. */
export interface TypeVisitor {
  readonly page: <Key>(type: PageType<Key>) => void;
  readonly file: <Key>(type: FileType<Key>) => void;
}

/** Every type of page and of other files; a new one is one line here. */
export function visitTypes({ page, file }: TypeVisitor): void {
  page(EXPLORE);
  page(SEARCH_PAGE);
  page(PROJECT_LIST);
  page(PAIR_TABLE_PAGE);
  page(FACET_LIST);
  page(PROJECT);
  page(REMOVED_PROJECT);
  page(AREA_LIST);
  page(AREA);
  page(AREA_BLOCK);
  page(EMBED);
  page(SELECTION_EMBED);
  page(ORGANISATIONS);
  page(ORGANISATION);
  page(AXES);
  page(AXIS);
  page(YEARS);
  page(YEAR);
  page(DATA_PAGE);
  page(RELEASE_LIST);
  page(RELEASE_NOTES);
  page(QUALITY_PAGE);
  page(QUALITY_CODE);
  page(MISSING_PAGE);
  page(WITHHELD_PAGE);
  page(MAPPING_PAGE);
  page(ASSESSMENT_PAGE);
  page(SCHEMA_INDEX);
  page(SCHEMA);
  page(ABOUT_PAGE);
  page(GLOSSARY_PAGE);
  page(ACCESSIBILITY_PAGE);
  page(REPORT_PAGE);
  page(NOT_FOUND_PAGE);
  file(EXPLORE_WORDS);
  file(PROJECT_COLUMNS);
  file(MAP_BORDERS);
  file(MAP_BOUNDARIES);
  file(SEARCH_PLACES);
  file(SCRIPTS);
  file(FEED);
  file(MISSING_ROWS);
  file(MISSING_SCRIPT);
  file(WHOLE_DOWNLOADS);
  file(AREA_DOWNLOADS);
}
