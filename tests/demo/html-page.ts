/** Letters that older programs write as references. */
const REFERENCES: Readonly<Record<string, string>> = {
  ä: '&auml;',
  ö: '&#246;',
  Ä: '&Auml;',
  '–': '&ndash;',
  é: '&#xE9;',
};

function escape(text: string, withReferences: boolean): string {
  const safe = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return withReferences ? safe.replace(/[äöÄ–é]/g, (letter) => REFERENCES[letter] ?? letter) : safe;
}

/**
 * A page's text as a browser saves the page: numbered headings, paragraphs with breaks inside.
 * @param withReferences letters as references, and lines broken where the source had a space
 */
export function writeHtmlPage(text: string, withReferences: boolean): string {
  const blocks: string[][] = [[]];
  const isHeading = (line: string): boolean => /^\d(?:\.\d)? \p{Lu}/u.test(line);
  for (const line of text.split('\n')) {
    if (line.trim() === '' || isHeading(line) || isHeading(blocks.at(-1)?.[0] ?? '')) blocks.push([]);
    if (line.trim() !== '') blocks.at(-1)?.push(line);
  }
  const write = (line: string): string => {
    const escaped = escape(line, withReferences);
    return withReferences ? escaped.replace(/(?<=\p{L}) (?=\p{Ll}{4})/u, '\n   ') : escaped;
  };
  const body = blocks
    .filter((block) => block.length > 0)
    .map((block) =>
      block.length === 1 && isHeading(block[0] ?? '')
        ? `<h${/^\d\./.test(block[0] ?? '') ? '3' : '2'}>${block.map(write).join('')}</h${/^\d\./.test(block[0] ?? '') ? '3' : '2'}>`
        : `<p>${block.map(write).join('<br>')}</p>`,
    );
  return [
    '<!DOCTYPE html>',
    '<html lang="fi"><head><meta charset="utf-8"><title>Hankekuvaus</title></head><body>',
    '<nav><a href="/">Etusivu</a></nav><div>',
    ...body,
    '</div><footer>Satukylän tietopalvelu</footer>',
    '</body></html>',
    '',
  ].join('\n');
}
