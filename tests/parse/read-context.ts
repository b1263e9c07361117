import { readFileSync } from 'node:fs';
import { redaction } from '../redact/read-redaction.ts';
import { createParseContext, type ParseContext } from '../../pipeline/parse/index.ts';

const codelist = (name: string): string =>
  readFileSync(new URL(`../../schemas/1.0/codelists/${name}.csv`, import.meta.url), 'utf8');

/** The context that the program parses with. */
export function readParseContext(): ParseContext {
  return createParseContext({
    authorities: codelist('authorities'),
    organisationTypes: codelist('organisation-type'),
    programmes: codelist('programme'),
    redaction,
  });
}
