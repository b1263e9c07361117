import type { Projects } from '../../../pipeline/model/schema-types.ts';
import { html } from '../../html.ts';
import type { View } from '../../page-type.ts';
import { markTextLanguage } from '../../parts/source-text.ts';
import type { Row } from './source.ts';

/** Fields that one family of sources has and the others do not: the lists of 2007–2013 and 2021–2027. */
export const FURTHER_FACTS = [
  'programme_name',
  'responsible_authority_unit',
  'fund_subtype',
  'group_project_code',
  'intervention_field_code',
  'support_form_code',
  'territorial_mechanism_code',
  'economic_activity_code',
  'secondary_theme_code',
  'gender_equality_code',
  'baltic_sea_strategy_code',
] as const satisfies readonly (keyof Projects)[];

/** Sums of the 2021–2027 list that have no pair among those of all periods. */
export const FURTHER_MONEY = [
  'funding_planned_total',
  'funding_realised_total',
  'funding_realised_eu',
] as const satisfies readonly (keyof Projects)[];

/** A field's title in the page's language, as the published schema has it. */
export function titleOf({ data, language }: View, field: keyof Projects): string {
  const projects = data.published.schemas.at(-1)?.documents.find(({ name }) => name === 'projects');
  return projects?.columns.find(({ name }) => name === field)?.label[language.published].title ?? field;
}

/** A row for each of the fields that the project has: words and codes as the source has them, money in euros. */
export function listFurther(view: View, project: Projects, fields: readonly (keyof Projects)[]): Row[] {
  return fields.flatMap((field): Row[] => {
    const value = project[field];
    if (value === undefined || typeof value === 'boolean') return [];
    const shown =
      typeof value === 'number'
        ? view.language.euros(value)
        : html`<span ${markTextLanguage(view, value)}>${value}</span>`;
    return [{ label: titleOf(view, field), value: shown, keys: [field] }];
  });
}
