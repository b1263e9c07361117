/** Documents of any length that are made to be slow to read: each line or character makes a careless program look back at all before it. */

/** A path, which tells the kind of file, and a text of about so many characters. */
export type Make = (length: number) => readonly [path: string, text: string];

/** The unit over and over, numbered, to the length. */
function fill(length: number, unit: (index: number) => string): string {
  const units: string[] = [];
  for (let written = 0; written < length;) {
    const next = unit(units.length);
    units.push(next);
    written += next.length;
  }
  return units.join('');
}

const PAGE = '1 Hanke\nHankekoodi: S12345\n';
const CARD = 'Nimi\n\nTietoja hankkeesta:\nEURA-tunnus: S12345\n';
const LIST = 'Koodi,Rahasto,Hankkeen nimi,Tl,Tila\n';
const CONTACT = 'Hankkeen yhteyshenkilön nimi';
const FRONT_MATTER = '---\nproject_code: S12345\n';

/** A page with the text as its summary, and somebody whose name has to be looked for. */
const inSummary =
  (unit: (index: number) => string): Make =>
  (length) => [
    'a.txt',
    `${PAGE}2 Hakijan perustiedot\n${CONTACT}: Lempi Satunen\n3 Suunnitelman mukainen tiivistelmä toteutuksesta\n${fill(length, unit)}\n`,
  ];
const inPage =
  (before: string, unit: (index: number) => string): Make =>
  (length) => ['a.txt', `${PAGE}${before}${fill(length, unit)}\n`];
const inCard =
  (before: string, unit: (index: number) => string): Make =>
  (length) => ['a.txt', `${CARD}${before}${fill(length, unit)}\n`];
const inList =
  (before: string, unit: (index: number) => string): Make =>
  (length) => ['a.csv', `${LIST}${before}${fill(length, unit)}\n`];
const inMarkdown =
  (unit: (index: number) => string): Make =>
  (length) => ['a.md', `${FRONT_MATTER}---\n\n${fill(length, unit)}\n`];
const inFrontMatter =
  (before: string, unit: (index: number) => string, after = ''): Make =>
  (length) => ['a.md', `${FRONT_MATTER}${before}${fill(length, unit)}${after}\n---\n`];

/** A saved page with the text as its body. */
const inHtml =
  (unit: (index: number) => string): Make =>
  (length) => ['a.html', `<html><body><h2>1 Hanke</h2><p>Hankekoodi: S12345</p>${fill(length, unit)}</body></html>\n`];

/** What comes before its last line break. */
const endWith =
  (end: string, make: Make): Make =>
  (length) => {
    const [path, text] = make(length);
    return [path, `${text.slice(0, -1)}${end}\n`];
  };
/** Lists within one another, each a step further in, begun anew when they are as many as that. */
const inLists = (depth: number, step: string, sign: string): Make =>
  inMarkdown((index) => `${step.repeat(index % depth)}${sign} a\n`);

const SYLLABLES = ['ba', 'ke', 'lo', 'mu', 'ni', 'pa', 'ro', 'su', 'ti', 'vy'];
/** A surname that nobody else has. */
const surname = (index: number): string =>
  `S${Array.from(String(index), (digit) => SYLLABLES[Number(digit)] ?? '').join('')}lainen`;

const HEADINGS = ['4 Hankkeen kohderyhmät', '4.1 Varsinaiset kohderyhmät', '9 Loppuraportin tiivistelmä'];

/** Texts of two million characters. */
export const LONG: Readonly<Record<string, Make>> = {
  'words without an end of line': inSummary(() => 'sana '),
  'at signs': inSummary(() => '@'),
  'beginnings of addresses': inSummary(() => 'a@b.'),
  'written-out at signs': inSummary(() => 'a.b (at) c '),
  'one endless word before an at sign': (length) => inSummary(() => 'a'.repeat(length))(1),
  'digits and spaces': inSummary((index) => `${index % 10} `),
  'beginnings of phone numbers': inSummary(() => '+358 (09) 050 '),
  'words that announce a phone number': inSummary(() => 'puh. 1 '),
  'letters with marks of their own': inSummary(() => 'a\u0308'),
  entities: inSummary(() => '&auml;'),
  'percent codes': inSummary(() => '%C3%A4'),
  'percent codes of percent signs': inSummary(() => '%25'),
  'percent codes of a percent sign within one another': (length) => inSummary(() => `%${'25'.repeat(length / 2)}`)(1),
  'a name again and again': inSummary(() => 'Lempi Satunen '),
  'names beside numbers': inSummary((index) => `Maija Malli 040 123 ${1000 + (index % 9000)} `),
  'identity codes': inSummary(() => '131052-308T '),
  'names of teams': inSummary(() => 'Projektitiimi\nMaija Malli\n'),
  'a team without an end': inSummary(() => 'Projektitiimi '),
  'labels of contacts': inSummary((index) => `Yhteyshenkilö: Maija Malli${index}\n`),
  'labels of contacts in one line': inSummary((index) => `Yhteyshenkilö: Maija Malli${index}, `),
  'labels of contacts alone, in one line': inSummary(() => 'yhteyshenkilö: '),
  'labels of contacts with nobody behind them': inSummary(() => 'Yhteyshenkilöt:\n\n'),
  'persons below one label': inSummary((index) => (index === 0 ? 'Yhteyshenkilöt:\n' : 'Maija Malli\n')),
  'a table of contacts': inSummary((index) =>
    index === 0 ? '| Yhteyshenkilö | Puhelin |\n|---|---|\n' : '| Maija Malli | 040 123 4567 |\n',
  ),
  'headings of tables of contacts': inSummary(() => '| Yhteyshenkilö |\n|---|\n'),
  'labels of contacts above their values': inSummary(() => 'Yhteyshenkilö:\nMaija Malli\n'),
  'titles before signs': inSummary(() => 'ohjaaja: Maija Malli '),
  'names above titles': inSummary(() => 'Maija Malli\nohjaaja\n'),
  'words that ends of lines divide': inSummary(() => 'yhteys-\n'),
  'addresses in the web': inSummary(() => 'www.a.fi/b/c '),
  'one endless address in the web': inSummary(() => 'a.fi/'),
  'initials and dots': inSummary(() => 'L. S. '),
  'withheld marks': inSummary(() => '[withheld: name] '),
  'the first name of the contact person': inSummary(() => 'Lempi '),
  spaces: inSummary(() => ' '),
  'blank lines of no-break spaces': inSummary(() => '\u00A0\u00A0\n'),
  'carriage returns': inSummary(() => '\r'),
  'control characters': inSummary(() => '\u0001'),
  colons: inSummary(() => ':'),
  'headings of the form': inSummary((index) => `${HEADINGS[index % HEADINGS.length] ?? ''}\n`),
  'beginnings of pages': inPage('', () => '1 Hanke\n'),
  pages: inPage('', (index) => `1 Hanke\nHankekoodi: S${10_000 + (index % 90_000)}\n`),
  'unknown labels': inPage('', (index) => `Tuntematon ${index}: x\n`),
  'names of municipalities': inPage('6 Maantieteellinen kohdealue\nKunnat: ', (index) => `K${index}, `),
  'names of municipalities, each on its line': inPage(
    '6 Maantieteellinen kohdealue\nKunnat: ',
    (index) => `K${index},\n\n`,
  ),
  'commas alone': inPage('6 Maantieteellinen kohdealue\nKunnat: ', () => ','),
  partners: inPage('2 Hakijan perustiedot\nOsatoteuttajat\n', (index) => `Nimi ${index}, Kunta, 1234567-1\n`),
  'an endless date': inPage('Suunnitelman mukainen toteutusaika: Alkaa ', () => '1.'),
  'an endless amount': inPage('5 Projektin julkinen rahoitus, euroa\nMyönnetty EU- ja valtion rahoitus: ', () => '1 '),
  'tabs of a card': inCard('Tulokset\n', () => '\t'),
  'line separators of a card': inCard('Tulokset\n', () => '\u2028'),
  'headings of a card': inCard('', () => 'Tulokset\nx\n'),
  'implementers of a card': inCard('Toteuttajaorganisaatio: ', (index) => `O${index}, `),
  'areas that a card states twice': (length) => {
    const areas = fill(length / 2, (index) => `M${index}, `);
    return [
      'a.txt',
      `Nimi\n\nToimintalinja 5 (ESR) | 1.1.2017 | ${areas}\n\nTietoja hankkeesta:\nEURA-tunnus: S12345\nMaakunta: ${areas}\n`,
    ];
  },
  'an endless budget': inCard('Budjetti: ', () => '1 '),
  'a budget with endless spaces': endWith(
    'x',
    inCard('Budjetti: 5', () => ' '),
  ),
  'a budget with endless spaces of other kinds': endWith(
    'x',
    inCard('Budjetti: 5-5', () => '\u00A0\u2003'),
  ),
  'a budget of endless digits': endWith(
    'x',
    inCard('Budjetti: ', () => '5'),
  ),
  'dots behind letters': inSummary(() => 'a.'),
};

/** What a person writes a few of. */
export const MIDDLE: Readonly<Record<string, Make>> = {
  'keys of front matter': inFrontMatter('', (index) => `k${index}: v\n`),
  'lists within one another': inLists(Infinity, '  ', '-'),
  'lists within one another, by tabs': inLists(Infinity, '\t', '-'),
  'lists within one another, numbered': inLists(Infinity, '   ', '1.'),
  'lists within one another, as deep as is read': inLists(90, '  ', '-'),
  'lists in quotations within one another': inMarkdown((index) => `${'> - '.repeat(index % 200)}a\n`),
  'spaces of Markdown': inMarkdown(() => ' '),
  'lists of YAML within one another': inFrontMatter('regions:\n', (index) => `${' '.repeat(index)}- a:\n`),
  'keys of YAML within one another': inFrontMatter('regions:\n', (index) => `${' '.repeat(index + 1)}a:\n`),
  'maps of YAML within one another': inFrontMatter('regions: ', () => '{a: '),
  'keys of a map of front matter': inFrontMatter('regions: {', (index) => `k${index}: v, `, '}'),
};

/** What takes longer to read, in shorter texts. */
export const SHORT: Readonly<Record<string, Make>> = {
  'rows of a list': inList('', (index) => `S${10_000 + (index % 90_000)},ESR,Nimi,5,Toiminnassa\n`),
  'rows with a quote that is never closed': inList('', () => 'S12345,ESR,"Nimi,5,Toiminnassa\n'),
  'lines that open a quote': inList('', () => '"a\n'),
  'lines that close a quote and open another': inList('', () => 'a","\n'),
  'one row of quotes': inList('S12345,ESR,', () => '"'),
  'one contact person many times': inSummary(() => `${CONTACT}: Lempi Satunen\n`),
  'pages with a contact person each': inPage(
    '',
    (index) => `1 Hanke\nHankekoodi: S12345\n2 Hakijan perustiedot\n${CONTACT}: Lempi Satunen${index}\n`,
  ),
  'pages with a contact person of another name each': inPage(
    '',
    (index) =>
      `1 Hanke\nHankekoodi: S${10_000 + (index % 90_000)}\n2 Hakijan perustiedot\n${CONTACT}: Lempi ${surname(index)}\n`,
  ),
  'contact persons of other names, and partners': inPage(
    '2 Hakijan perustiedot\n',
    (index) => `${CONTACT}: Lempi ${surname(index)}\nOsatoteuttajat\nNimi ${index}, Kunta, 1234567-1\n`,
  ),
  'a contact person who never ends': inPage(`2 Hakijan perustiedot\n${CONTACT}: `, () => 'nimi '),
  'contact lines in a list': inList(
    '',
    (index) => `${CONTACT}: Lempi Satunen${index}\nS12345,ESR,Nimi,5,Toiminnassa\n`,
  ),
  'paragraphs of Markdown': inMarkdown(() => 'a\n\n'),
  'headings of Markdown': inMarkdown((index) => `# ${index}\n\na\n\n`),
  'items of Markdown': inMarkdown(() => '- a\n'),
  'lines of line separators': inMarkdown(() => '\u2028'),
  'definitions of Markdown': inMarkdown((index) => `[a${index}]: b\n`),
  'areas in front matter': inFrontMatter('regions: [', (index) => `M${index}, `, ']'),
  'one row of cells': inList('S12345,ESR,Nimi', () => ',a'),
  'one row of empty cells': inList('S12345,ESR,Nimi', () => ','),
  'one row of cells of all kinds': inList('S12345,ESR,Nimi', (index) => `,${['5', 'Toiminnassa', 'a', ''][index % 4]}`),
  'one row of cells that end in empty ones': inList('S12345,ESR,Nimi,x,y,z', () => ','),
  'columns of a list': (length) => [
    'a.csv',
    `Koodi,Rahasto,Hankkeen nimi,Tl,Tila${fill(length, (index) => `,s${index}`)}\nS12345,ESR,Nimi,5,Toiminnassa\n`,
  ],
  'rows that contradict one another': inList('', (index) => `S12345,ESR,Nimi ${index},5,Toiminnassa\n`),
  'rows that repeat one another': inList('', () => 'S12345,ESR,Nimi,5,Toiminnassa\n'),
  'notes between rows': inList('', (index) => `Huomautus ${index}\n`),
  'a quoted cell of many lines': inList('S12345,ESR,"', () => 'a\n'),
  'contact persons and partners': inPage(
    '2 Hakijan perustiedot\n',
    (index) => `${CONTACT}: Lempi Satunen${index}\nOsatoteuttajat\nNimi ${index}, Kunta, 1234567-1\n`,
  ),
  'a project team without end': inCard('Projektitiimi:\n', (index) => `Lempi Satunen${index}\n`),
  'areas stated anew in every line': inCard('', (index) => `Maakunta: M${index}\n`),
  'areas of a page stated anew in every line': inPage(
    '6 Maantieteellinen kohdealue\n',
    (index) => `Maakunnat: M${index}\n`,
  ),
  'one municipality many times': inPage('6 Maantieteellinen kohdealue\nKunnat: ', () => 'Helsinki, '),
  'unknown municipalities': inPage('6 Maantieteellinen kohdealue\nKunnat: ', (index) => `Kuntala${index}, `),
  'sustainability without end': inPage('8 Kestävä kehitys\n', () => 'Hyvinvoinnin edistäminen 1 2\nx\n'),
  'emphasis that is never closed': inMarkdown((index) => `${index % 40 === 0 ? '\n\n' : ''}*a _b `),
  'links that are never closed': inMarkdown((index) => `${index % 40 === 0 ? '\n\n' : ''}[a](b `),
  'code that is never closed': inMarkdown((index) => `${'`'.repeat((index % 60) + 1)}a `),
  'HTML that is never closed': inMarkdown(() => '<a '),
  'comments that are never closed': inMarkdown(() => '<!-- '),
  'references of Markdown': inMarkdown(() => '&amp;&#x41;&x '),
  'quotations of Markdown': inMarkdown(() => '> a\n'),
  'underlined headings of Markdown': inMarkdown(() => 'a\n===\n'),
  'lines of one paragraph of Markdown': inMarkdown(() => 'a\n'),
  'backslashes of Markdown': inMarkdown(() => '\\a\\\n'),
  'numbered lists of Markdown': inMarkdown((index) => `${index}. a\n\n   b\n`),
  'tabs of Markdown': inMarkdown(() => '\ta\n\n'),
  'anchors of YAML': inFrontMatter('', (index) => `k${index}: &a${index} v\n`),
  'comments of YAML': inFrontMatter('', () => '# a\n'),
  'a text of YAML': inFrontMatter('summary: |\n', () => '  a\n'),
  'a quoted text of YAML': inFrontMatter('name: "', () => 'a\n  ', '"'),
  'a list of YAML': inFrontMatter('regions:\n', (index) => `  - M${index}\n`),
  'partners of YAML': inFrontMatter('partners:\n', (index) => `  - name: N${index}\n`),
  'paragraphs of HTML': inHtml(() => '<p>a</p>'),
  'paragraphs of HTML that are never closed': inHtml(() => '<p>a'),
  'emphasis of HTML that is never closed': inHtml(() => '<b>a<p>'),
  'tables of HTML in disorder': inHtml(() => '<table>a<tr>'),
  'references of HTML': inHtml(() => '&auml;&#228;&notit;'),
  'attributes of HTML': (length) => inHtml(() => `<p ${fill(length, (index) => `a${index}=b `)}>`)(1),
  'breaks of HTML': inHtml(() => '<br>a'),
  'comments of HTML': inHtml(() => '<!--a-->'),
};
