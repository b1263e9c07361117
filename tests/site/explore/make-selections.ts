import fc from 'fast-check';
import { describeCollection, findEngine } from '../../../site/explore/collection.ts';
import { createContext, type ExploreContext } from '../../../site/explore/context.ts';
import { FACETS, MEASURES, PLACE_LEVELS, type Selection, WHOLE } from '../../../site/explore/selection.ts';
import { readLanguages } from '../../../site/language/language.ts';
import { readCodes } from '../../../site/model/codes.ts';
import type { SiteData } from '../../../site/model/site-data.ts';
import { ROOT } from '../make-site.ts';

/** Of every language, Finnish first; addresses are paths as they are. */
export function createContexts(data: SiteData): readonly ExploreContext[] {
  return readLanguages(ROOT).map((language) => {
    const { code, titled } = readCodes(data)[language.published];
    const wording = describeCollection({ t: language.texts, data, language, code, titled });
    return createContext(wording, { link: (path) => path, file: (path) => path, href: () => undefined });
  });
}

/** Selections of values that occur, and of some that do not. */
export function makeSelections(data: SiteData): fc.Arbitrary<Selection> {
  const { options } = findEngine(data).select(WHOLE);
  const { areas } = findEngine(data).columns;
  const places = PLACE_LEVELS.flatMap((level) => areas[level].codes.map((code) => ({ level, code })));
  const facets = fc.record(
    Object.fromEntries(
      FACETS.map((facet) => [
        facet,
        fc.uniqueArray(fc.constantFrom(...options[facet].keys(), 'no such'), { minLength: 1, maxLength: 2 }),
      ]),
    ),
    { requiredKeys: [] },
  );
  return fc.record(
    {
      place: fc.constantFrom(...places),
      measure: fc.constantFrom(...MEASURES),
      rows: fc.constant('municipality' as const),
      facets,
    },
    { requiredKeys: ['facets'] },
  );
}
