import { fillText } from '../language/language.ts';
import type { View } from '../page-type.ts';
import { hasUnplaced } from '../pages/area-answer.ts';
import type { Place } from '../pages/place.ts';

/** A number as it is shown, and what it is of. */
export type KeyFigure = readonly [value: string, label: string];

/** Money in whole euros as it fits into a figure. */
function writeMoney({ language }: View, euros: number): string {
  return euros < 1_000_000 ? language.wholeEuros(euros) : language.millions(euros);
}

/**
 * How many projects, what they were granted, what was spent, of an area or of the whole country: the same numbers as on the full
 * page, unknown ones in words.
 */
export function listKeyFigures(view: View, place: Place | undefined): readonly [KeyFigure, KeyFigure, KeyFigure] {
  const { t, data, language } = view;
  const words = t.embed;
  if (place === undefined) {
    const sum = (column: 'funding_granted_eu_state' | 'funding_realised_public'): number =>
      data.projects.reduce((all, each) => all + (each.status === 'cancelled' ? 0 : (each[column] ?? 0)), 0);
    return [
      [language.number(data.counts.counted), words.figureProjects],
      [writeMoney(view, sum('funding_granted_eu_state')), fillText(words.figureGranted, { share: t.share.whole })],
      [writeMoney(view, sum('funding_realised_public')), words.figureRealised],
    ];
  }
  const { level, area } = place;
  const { project_count: count, funding_realised_public_per_inhabitant: each } = area;
  const isOpen = hasUnplaced(view, place);
  const known = (value: string): string => (count === 0 && isOpen ? t.areas.unknown : value);
  return [
    [known(language.number(count)), isOpen && count > 0 ? words.figureAtLeast : words.figureProjects],
    [known(writeMoney(view, area.funding_granted_eu_state)), fillText(words.figureGranted, { share: t.share[level] })],
    [
      known(
        each === undefined
          ? t.areas.unknown
          : fillText(t.notation.money, { amount: language.number(each, each === 0 ? 0 : 2) }),
      ),
      words.figurePerInhabitant,
    ],
  ];
}
