import { parse } from 'csv-parse/sync';
import type { Translations } from '../../model/table.ts';
import { readKohesioColumns, type KohesioColumn } from './kohesio.ts';
import { readTermMappings, type TermMapping } from './records.ts';
import { readShapeConstraints, readShapeExceptions, type ShapeConstraint, type ShapeException } from './shapes.ts';
import { createVocabulary, type Vocabulary } from './vocabulary.ts';

/** What the catalogue and the records for others are made with: codelists and mappings of the schema version. */
export interface CatalogContext {
  readonly vocabulary: Vocabulary;
  readonly kohesioColumns: readonly KohesioColumn[];
  readonly termMappings: readonly TermMapping[];
  readonly shapeConstraints: readonly ShapeConstraint[];
  readonly shapeExceptions: readonly ShapeException[];
  /** Code of a fund → its names. */
  readonly funds: ReadonlyMap<string, Translations>;
}

/** @param read text of a file of the schema version's folder, by its path there */
export function createCatalogContext(read: (path: string) => string): CatalogContext {
  const funds = parse<Readonly<Record<string, string>>>(read('codelists/fund.csv'), { columns: true });
  return {
    vocabulary: createVocabulary({
      euVocabulary: read('codelists/eu-vocabulary.csv'),
      fileFormats: read('codelists/file-format.csv'),
      keywords: read('codelists/catalog-keyword.csv'),
      texts: read('codelists/catalog-text.csv'),
    }),
    kohesioColumns: readKohesioColumns(read('mappings/kohesio.csv')),
    termMappings: readTermMappings(read('mappings/rdf.csv')),
    shapeConstraints: readShapeConstraints(read('mappings/dcat-ap-constraints.csv')),
    shapeExceptions: readShapeExceptions(read('codelists/shape-exception.csv')),
    funds: new Map(
      funds.map((row) => [
        row['code'] ?? '',
        { fi: row['title_fi'] ?? '', sv: row['title_sv'] ?? '', en: row['title_en'] ?? '' },
      ]),
    ),
  };
}
