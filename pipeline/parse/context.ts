import { parse } from 'csv-parse/sync';
import type { ParseContext } from './family.ts';
import { authorityKey } from './authorities.ts';
import type { Redaction } from '../redact/redactor.ts';

/** Reads the codelists (CSV texts of `schemas/…/codelists`) that parsing needs, and takes what the redactor knows. */
export function createParseContext(codelists: {
  readonly authorities: string;
  readonly organisationTypes: string;
  readonly programmes: string;
  readonly redaction: Redaction;
}): ParseContext {
  const rows = (text: string): Record<string, string>[] => parse(text, { columns: true, bom: true });
  const authorities = new Map<string, string>();
  for (const row of rows(codelists.authorities)) {
    const name = row['title_fi'] ?? '';
    for (const spelling of [name, ...(row['spellings'] ?? '').split('|')]) {
      if (spelling.trim() !== '') authorities.set(authorityKey(spelling), name);
    }
  }
  const types = rows(codelists.organisationTypes).map((row) => (row['title_fi'] ?? '').toLowerCase());
  const programmes = rows(codelists.programmes).map((row) => (row['title_fi'] ?? '').toLowerCase());
  return {
    redaction: codelists.redaction,
    authorities,
    organisationTypes: new Set(types.filter((type) => type !== '')),
    programmes: new Set(programmes),
  };
}
