import { parse } from 'csv-parse/sync';
import type { Translations } from '../../model/table.ts';

/** A concept of an EU vocabulary, as `codelists/eu-vocabulary.csv` lists it. */
export interface Term {
  readonly iri: string;
  /** Name of its vocabulary: `data-theme`, `licence` … */
  readonly vocabulary: string;
  readonly title: Translations;
}

/** What EU lists and IANA know of a file format, as `codelists/file-format.csv` lists it. */
export interface FileFormat {
  readonly code: string;
  readonly title: Translations;
  readonly description: string;
  /** Concept of the EU's file types; absent where it has none. */
  readonly fileType?: string;
  /** Registered media type; absent where there is none. */
  readonly mediaType?: string;
  /** On the list of the Metadata Quality Assessment. */
  readonly isNonProprietary: boolean;
  readonly isMachineReadable: boolean;
  /** Of a format with geometry, in words, as portals show it. */
  readonly referenceSystem?: string;
}

export interface Text {
  readonly title: Translations;
  readonly description: Translations;
}

export interface Vocabulary {
  readonly term: (code: string) => Term;
  readonly terms: readonly Term[];
  readonly formats: readonly FileFormat[];
  /** By the extension of a file's name. */
  readonly format: (extension: string) => FileFormat | undefined;
  readonly keyword: (code: string) => Translations;
  readonly text: (code: string) => Text;
}

/** Texts of the codelists that the catalogue is made of. */
export interface VocabularyFiles {
  readonly euVocabulary: string;
  readonly fileFormats: string;
  readonly keywords: string;
  readonly texts: string;
}

type Row = Readonly<Record<string, string>>;

function readRows(csv: string): ReadonlyMap<string, Row> {
  return new Map(parse<Row>(csv, { columns: true }).map((row) => [row['code'] ?? '', row]));
}

function translate(row: Row, part: 'title' | 'description'): Translations {
  const find = (language: string): string => row[`${part}_${language}`] ?? '';
  return { fi: find('fi'), sv: find('sv'), en: find('en') };
}

/** Where a concept's IRI ends with its code: `http://publications.europa.eu/resource/authority/licence/` */
export const AUTHORITY = 'http://publications.europa.eu/resource/authority/';

function toTerm(row: Row): Term {
  return { iri: row['iri'] ?? '', vocabulary: row['vocabulary'] ?? '', title: translate(row, 'title') };
}

function toFormat(row: Row): FileFormat {
  const { file_type: fileType, media_type: mediaType, reference_system: referenceSystem } = row;
  return {
    code: row['code'] ?? '',
    title: translate(row, 'title'),
    description: row['description_en'] ?? '',
    ...(fileType ? { fileType: `${AUTHORITY}file-type/${fileType}` } : {}),
    ...(mediaType ? { mediaType } : {}),
    isNonProprietary: row['non_proprietary'] === 'true',
    isMachineReadable: row['machine_readable'] === 'true',
    ...(referenceSystem ? { referenceSystem } : {}),
  };
}

/** Reads the codelists. They are ours: a code that is not there is a bug and throws. */
export function createVocabulary(files: VocabularyFiles): Vocabulary {
  const terms = readRows(files.euVocabulary);
  const formats = readRows(files.fileFormats);
  const keywords = readRows(files.keywords);
  const texts = readRows(files.texts);
  const find = (rows: ReadonlyMap<string, Row>, code: string): Row => {
    const row = rows.get(code);
    if (row === undefined) throw new Error(`no code ${code} in the codelists of the catalogue`);
    return row;
  };
  return {
    term: (code) => toTerm(find(terms, code)),
    terms: [...terms.values()].map(toTerm),
    format: (extension) => {
      const row = formats.get(extension);
      return row === undefined ? undefined : toFormat(row);
    },
    formats: [...formats.values()].map(toFormat),
    keyword: (code) => translate(find(keywords, code), 'title'),
    text: (code) => {
      const row = find(texts, code);
      return { title: translate(row, 'title'), description: translate(row, 'description') };
    },
  };
}

/** The same words for a collection that has a name and a description of its own. */
export function nameCollection(
  vocabulary: Vocabulary,
  { name, description }: { readonly name?: Translations; readonly description?: Translations },
): Vocabulary {
  const rename = (title: Translations): Translations => {
    const put = (language: keyof Translations): string =>
      title[language].replaceAll('Hankekartta', () => name?.[language] ?? 'Hankekartta');
    return { fi: put('fi'), sv: put('sv'), en: put('en') };
  };
  return {
    ...vocabulary,
    text(code) {
      const text = vocabulary.text(code);
      return code === 'catalog'
        ? { title: name ?? text.title, description: description ?? text.description }
        : { ...text, title: rename(text.title) };
    },
  };
}
