/** A record of the API, as far as its page shows where values are from. */
export interface QuotedRecord {
  readonly sources: readonly { readonly document: string }[];
  readonly quotes: Readonly<
    Record<
      string,
      {
        readonly source: number;
        readonly line: number;
        readonly text: string;
        readonly mark: readonly [number, number];
      }
    >
  >;
}

const textOf = (html: string): string =>
  html
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();

/**
 * Values of a project's Finnish page whose source line does not open there.
 * @param granted in EUR, as the tables have it
 */
export function listMissingLines(page: string, record: QuotedRecord, granted: number | undefined): string[] {
  const missing: string[] = [];
  const boxes = new Set(
    [...page.matchAll(/<span class="line">rivi ([\d\s]+)<\/span>[\s\S]*?<p class="small">([^<,]*)/g)].map(
      ([, line, document]) => `${document!.trim()}:${line!.replaceAll(/\s/g, '')}`,
    ),
  );
  for (const [key, { source, line }] of Object.entries(record.quotes))
    if (!boxes.has(`${record.sources[source]!.document}:${line}`)) missing.push(key);
  // And the other way round: what stands in a row or in a list of places has its line, unless it follows from others.
  for (const [, row] of page.matchAll(/<div class="row">([\s\S]*?)<\/dd>/g))
    if (!row!.includes('<details class="src">')) missing.push(textOf(row!));
  for (const [, list] of page.matchAll(/<ul class="places">([\s\S]*?)<\/ul>/g))
    for (const [, place] of list!.matchAll(/<li>([\s\S]*?)<\/li>/g))
      if (!place!.includes('<details class="src">') && !place!.includes('päätelty')) missing.push(textOf(place!));
  if (granted === undefined) return missing;
  const { text, mark } = record.quotes['funding_granted_eu_state']!;
  const digits = text
    .slice(...mark)
    .replaceAll(/[^\d,.]/g, '')
    .replace(',', '.');
  return Number(digits) === Math.abs(granted) ? missing : [...missing, `${digits} is not ${granted}`];
}
