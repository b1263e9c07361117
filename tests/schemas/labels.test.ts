import { describe, expect, it } from 'vitest';
import { listProperties, readJson, readSchemas } from './read-schemas.ts';

interface Label {
  readonly title: string;
  readonly description: string;
}
type Labels = Readonly<Record<string, Label & { readonly properties: Readonly<Record<string, Label>> }>>;

const schemas = readSchemas();

describe.each(['fi', 'sv'])('labels in %s', (language) => {
  const labels = readJson('labels', `${language}.json`) as Labels;

  it('name every table, under its name in snake case, and nothing else', () => {
    const tables = [...schemas.keys()].map((name) => name.replaceAll('-', '_'));
    expect(Object.keys(labels).sort()).toEqual(tables.sort());
  });

  it.each([...schemas])('name every property of %s, in its order', (name, schema) => {
    const table = labels[name.replaceAll('-', '_')];
    expect(Object.keys(table?.properties ?? {})).toEqual(listProperties(schema).map(([property]) => property));
  });

  it('are short titles and one-sentence descriptions, in one language', () => {
    for (const [table, { properties, ...label }] of Object.entries(labels)) {
      for (const [property, { title, description }] of [['', label] as const, ...Object.entries(properties)]) {
        expect(title, `${table} ${property}`).toMatch(/^\S.{0,50}\S$|^År$/);
        expect(description, `${table} ${property}`).toMatch(/^[A-ZÅÄÖ].+[^.]\.$/);
      }
    }
  });

  it('differ from the English descriptions', () => {
    for (const [name, schema] of schemas) {
      const properties = labels[name.replaceAll('-', '_')]?.properties ?? {};
      for (const [property, { description }] of listProperties(schema)) {
        expect(properties[property]?.description, `${name} ${property}`).not.toBe(description);
      }
    }
  });
});

it('use the official Finnish terms of the documents', () => {
  const { projects } = readJson('labels', 'fi.json') as Labels;
  const titles = (names: string[]) => names.map((name) => projects?.properties[name]?.title);
  expect(
    titles([
      'funding_granted_eu_state',
      'funding_realised_eu_state',
      'funding_planned_public',
      'funding_realised_public',
    ]),
  ).toEqual([
    'Myönnetty EU- ja valtion rahoitus',
    'Toteutunut EU- ja valtion rahoitus',
    'Suunniteltu julkinen rahoitus yhteensä',
    'Toteutunut julkinen rahoitus yhteensä',
  ]);
  // Of 2014–2020 is `Vastuuviranomainen`, of 2021–2027 `Rahoittava viranomainen`, which is said of both.
  expect(titles(['project_code', 'name', 'responsible_authority', 'priority_axis_name'])).toEqual([
    'Hankekoodi',
    'Hankkeen nimi',
    'Rahoittava viranomainen',
    'Toimintalinja',
  ]);
});
