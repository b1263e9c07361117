import { makeCard, makeList, makeMarkdown, makePage } from './plant-documents.ts';
import { makePerson, plainLetters, type MadePerson } from './make-person.ts';
import { ADDRESSES, CODES, FORMS, NUMBERS } from './plant-forms.ts';

/** Documents that hold one person's data, of one kind of place and spelling. */
export interface Plant {
  readonly kind: string;
  readonly group: 'label' | 'team' | 'value' | 'form' | 'elsewhere' | 'address' | 'number' | 'code' | 'outside' | 'beneficiary' | 'issue';
  readonly person: MadePerson;
  readonly files: Readonly<Record<string, string>>;
}

type Make = (person: MadePerson, code: string) => Plant['files'];
type Kind = readonly [group: Plant['group'], kind: string, make: Make];

const page = (code: string, text: string): Plant['files'] => ({ [`${code}.txt`]: text });
const full = ({ first, last }: MadePerson): string => `${first} ${last}`;
const told = ({ lastForms }: MadePerson): string => `Väylää avaa ${lastForms[0] ?? ''}. Kysy ${lastForms[3] ?? ''} lisää.`;

/** A label in section 2 of a page, and the name again in the summary. */
const inSection2 =
  (write: (name: string) => string): Make =>
  (person, code) =>
    page(code, makePage({ code, section2: write(full(person)), summary: told(person) }));
const inSummary =
  (write: (name: string) => string): Make =>
  (person, code) =>
    page(code, makePage({ code, summary: `Avataan väylä.\n${write(full(person))}\n\nKysy ${person.lastForms[3] ?? ''} lisää.` }));
const inFrontMatter =
  (write: (name: string) => string): Make =>
  (person, code) => ({ [`${code}.md`]: makeMarkdown(code, write(full(person)), `# Tiivistelmä\n\n${told(person)}`) });

const LABELS: readonly Kind[] = [
  ['label', 'value on the next line', inSection2((name) => `Hankkeen yhteyshenkilön nimi:\n${name}`)],
  ['label', 'value two lines on', inSection2((name) => `Yhteyshenkilön nimi:\n\n${name}`)],
  ['label', 'no colon', inSection2((name) => `Yhteyshenkilön nimi ${name}`)],
  ['label', 'full-width colon', inSection2((name) => `Hankkeen yhteyshenkilön nimi： ${name}`)],
  ['label', 'dash', inSection2((name) => `Yhteyshenkilö – ${name}`)],
  ['label', 'number before it', inSection2((name) => `2.7 Yhteyshenkilön nimi: ${name}`)],
  ['label', 'bullet before it', inSection2((name) => `• Yhteyshenkilö: ${name}`)],
  ['label', 'soft hyphen', inSection2((name) => `Yhteys\u00adhenkilön nimi: ${name}`)],
  ['label', 'typo', inSection2((name) => `Yhteyshekilön nimi: ${name}`)],
  ['label', 'letters swapped', inSection2((name) => `Yhtyeshenkilö: ${name}`)],
  ['label', 'capitals', inSection2((name) => `YHTEYSHENKILÖN NIMI: ${name}`)],
  ['label', 'plural', inSection2((name) => `Yhteyshenkilöt: ${name}`)],
  ['label', 'short', inSection2((name) => `Yhteyshenkilö: ${name}`)],
  ['label', 'Swedish', inSection2((name) => `Kontaktpersonens namn: ${name}`)],
  ['label', 'English', inSection2((name) => `Contact person: ${name}`)],
  ['label', 'unknown but like a person', inSection2((name) => `Yhteyshenkilön lempinimi: ${name}`)],
  ['label', 'decomposed letters', inSection2((name) => `Hankkeen yhteyshenkilön nimi: ${name}`.normalize('NFD'))],
  ['label', 'in a text', inSummary((name) => `Hankkeen yhteyshenkilö: ${name}`)],
  ['label', 'in a text, next line', inSummary((name) => `Yhteyshenkilö:\n${name}`)],
  ['label', 'in a text, bold', inSummary((name) => `**Yhteyshenkilö:** ${name}`)],
  ['label', 'in a table', inSummary((name) => `| Yhteyshenkilö | ${name} |`)],
  ['label', 'project manager', inSummary((name) => `Projektipäällikkö: ${name}`)],
  ['label', 'contact-name', inFrontMatter((name) => `contact-name: ${name}`)],
  ['label', 'nested contact', inFrontMatter((name) => `contact:\n  name: ${name}`)],
  ['label', 'flow map', inFrontMatter((name) => `contact: {name: ${name}}`)],
  ['label', 'block list', inFrontMatter((name) => `contact_name:\n  - ${name}\n  - Aino Onkohanen`)],
  ['label', 'YAML tag', inFrontMatter((name) => `contact_name: !!str ${name}`)],
  ['label', 'block scalar', inFrontMatter((name) => `contact_name: |\n  ${name}`)],
  ['label', 'quoted', inFrontMatter((name) => `yhteyshenkilö: "${name}"`)],
  ['label', 'the role in a text', (person, code) => page(code, makePage({ code, summary: `Väylä.\nYhteyshenkilön asema hakijaorganisaatiossa: ${person.last}-vastaava` }))],
];

const inTeam =
  (write: (name: string) => string): Make =>
  (person, code) => ({ [`${code}.txt`]: makeCard({ code, team: write(full(person)), summary: told(person) }) });
const vetaja = (name: string): string => `Vetäjänä toimii ${name} ja ohjaajana joku muu.`;

const TEAMS: readonly Kind[] = [
  ['team', 'as the cards write it', inTeam((name) => `Projektitiimi:\n\n${vetaja(name)}`)],
  ['team', 'same line', inTeam((name) => `Projektitiimi: ${vetaja(name)}`)],
  ['team', 'capitals', inTeam((name) => `PROJEKTITIIMI\n\n${vetaja(name)}`)],
  ['team', 'with a number', inTeam((name) => `Projektitiimi (2 hlö)\n\n${vetaja(name)}`)],
  ['team', 'Projektiryhmä', inTeam((name) => `Projektiryhmä:\n\n${vetaja(name)}`)],
  ['team', 'members', inTeam((name) => `Projektitiimin jäsenet\n\n${vetaja(name)}`)],
  ['team', 'Markdown heading', inTeam((name) => `## Projektitiimi\n\n${vetaja(name)}`)],
  ['team', 'bullets', inTeam((name) => `- Projektitiimi:\n\n- ${name}, vetäjä`)],
  ['team', 'soft hyphen', inTeam((name) => `Projekti\u00adtiimi:\n\n${vetaja(name)}`)],
  ['team', 'a heading word inside', inTeam((name) => `Projektitiimi:\n\nTulokset\n\n${vetaja(name)}`)],
  ['team', 'inflected', (person, code) => ({ [`${code}.txt`]: makeCard({ code, team: `Projektitiimi:\n\nTiimi toimii ${person.firstForms[1] ?? ''} ${person.lastForms[1] ?? ''} johdolla.`, summary: `${full(person)} kertoo.` }) })],
  ['team', 'in Markdown', (person, code) => ({ [`${code}.md`]: makeMarkdown(code, '', `# Tiivistelmä\n\n${told(person)}\n\n## Projektitiimi\n\n${vetaja(full(person))}\n\n### Muut\n\n${full(person)}\n\n## Tulokset\n\nHyvät.`) })],
  ['team', 'in a text', (person, code) => page(code, makePage({ code, summary: `Väylä.\n\nProjektitiimi: ${vetaja(full(person))}` }))],
  ['team', 'in a text, next line', (person, code) => page(code, makePage({ code, summary: `Väylä.\n\nProjektitiimi\n${vetaja(full(person))}` }))],
  ['team', 'the second one', (person, code) => ({ [`${code}.txt`]: makeCard({ code, summary: told(person), end: `Eri tahojen merkitys\n\nProjektitiimi:\n\n${vetaja(full(person))}\n\nKumppanit\n\nKemin kaupunki.` }) })],
];

const labelled =
  (write: (person: MadePerson) => string): Make =>
  (person, code) =>
    page(code, makePage({ code, contact: write(person), summary: `${told(person)} ${full(person)} vastaa.` }));

const VALUES: readonly Kind[] = [
  ['value', 'degree before it', labelled((person) => `FT ${full(person)}`)],
  ['value', 'title before it', labelled((person) => `projektipäällikkö ${full(person)}`)],
  ['value', 'two titles', labelled((person) => `dosentti, FT ${full(person)}`)],
  ['value', 'title behind it', labelled((person) => `${full(person)}, hankepäällikkö`)],
  ['value', 'a substitute', labelled((person) => `Aino Onkohanen (sij. ${full(person)})`)],
  ['value', 'two of one surname', labelled((person) => `Ulla ja ${full(person)}`)],
  ['value', 'two persons', labelled((person) => `Aino Onkohanen / ${full(person)}`)],
  ['value', 'reversed', labelled(({ first, last }) => `${last} ${first}`)],
  ['value', 'reversed with a comma', labelled(({ first, last }) => `${last}, ${first}`)],
  ['value', 'capitals', labelled((person) => full(person).toUpperCase())],
  ['value', 'small letters', labelled((person) => full(person).toLowerCase())],
  ['value', 'with organisation', labelled((person) => `${full(person)}, Kemin kaupunki`)],
  ['value', 'middle initial', labelled(({ first, last }) => `${first} K. ${last}`)],
];

const inText =
  (write: (person: MadePerson) => string): Make =>
  (person, code) =>
    page(code, makePage({ code, contact: full(person), summary: `Avataan väylä.\n\n${write(person)}\n\nVäylä jatkuu.` }));
const plainText =
  (write: (person: MadePerson) => string): Make =>
  (person, code) =>
    page(code, makePage({ code, report: `Väylä avattiin. ${write(person)} Väylä jatkuu.` }));

const ELSEWHERE: readonly Kind[] = [
  ['elsewhere', 'named on a page, told on its card', (person, code) => ({ [`sivu/${code}.txt`]: makePage({ code, contact: full(person) }), [`kortti/${code}.txt`]: makeCard({ code, end: `Toimintatavat\n\n${told(person)}` }) })],
  ['elsewhere', 'named on a page, told on a card without its code', (person, code) => ({ [`sivu/${code}.txt`]: makePage({ code, contact: full(person), name: `Yhteinen ${code}` }), [`kortti/${code}.txt`]: makeCard({ code: `2014/${code.slice(1)}/09 02 01 01/2016/KESELY`, name: `Yhteinen ${code}`, summary: told(person) }) })],
  ['elsewhere', 'told on page 2 of the file', (person, code) => page(code, makePage({ code, contact: full(person) }) + makePage({ code: `A${code.slice(1)}`, summary: told(person) }))],
  ['elsewhere', 'named by a column of the row', (person, code) => ({ [`${code}.csv`]: makeList([{ code, name: `Väylä, vetäjänä ${person.last}`, more: [full(person)] }], ['Yhteyshenkilö']) })],
  ['elsewhere', 'named by the team, told in the summary', (person, code) => ({ [`${code}.txt`]: makeCard({ code, team: `Projektitiimi:\n\n${vetaja(full(person))}`, summary: told(person) }) })],
  ['elsewhere', 'named by an address', (person, code) => page(code, makePage({ code, summary: `Kysy: ${person.email}. ${full(person)} vastaa.` }))],
  ['elsewhere', 'named on a page, told in a list', (person, code) => ({ [`${code}.txt`]: makePage({ code, contact: full(person) }), [`${code}.csv`]: makeList([{ code, name: `Väylä, vetäjänä ${person.last}` }]) })],
  ['elsewhere', 'behind a title, no label', plainText((person) => `Projektipäällikkö ${full(person)} kertoo.`)],
  ['elsewhere', 'beside a number, no label', plainText((person) => `Kysy lisää: ${full(person)}, ${person.phone}.`)],
];

const OUTSIDE: readonly Kind[] = [
  ['outside', 'name of the file', (person, code) => ({ [`${code}-${person.last}-${person.first}.txt`]: makePage({ code, contact: full(person) }) })],
  ['outside', 'folder', (person, code) => ({ [`${person.first}_${person.last}/${code}.txt`]: makePage({ code, contact: full(person) }) })],
  ['outside', 'folder without letters of its own', (person, code) => ({ [`${plainLetters(person.first)}.${plainLetters(person.last)}/${code}.txt`]: makePage({ code, contact: full(person) }) })],
  ['outside', 'address in the name of the file', (person, code) => ({ [`${code} ${person.email}.txt`]: makePage({ code }) })],
  ['outside', 'source_url', (person, code) => ({ [`${code}.d/${code}.txt`]: makePage({ code, contact: full(person) }), [`${code}.d/sources.json`]: JSON.stringify({ sources: [{ match: '*.txt', retrieved: '2024-01-01', source_url: `https://satukyla.example/${plainLetters(person.first)}-${plainLetters(person.last)}/${code}` }] }) })],
  ['outside', 'official behind an organisation', (person, code) => ({ [`${code}.csv`]: makeList([{ code, implementer: `Kemin kaupunki, rehtori ${full(person)}` }]) })],
  ['outside', 'partner line', (person, code) => page(code, makePage({ code, section2: `Osatoteuttajat\nTornion kaupunki / sivistysjohtaja ${full(person)}, 0204023-3` }))],
];

const list =
  (write: (person: MadePerson) => string): Make =>
  (person, code) => ({ [`${code}.csv`]: makeList([{ code, implementer: write(person), name: `Tuki ${code}` }]) });

const BENEFICIARIES: readonly Kind[] = [
  ['beneficiary', 'First Surname', list(full)],
  ['beneficiary', 'Surname First', list(({ first, last }) => `${last} ${first}`)],
  ['beneficiary', 'SURNAME FIRST', list(({ first, last }) => `${last} ${first}`.toUpperCase())],
  ['beneficiary', 'two first names', list(({ first, last }) => `${last} ${first} Tapani`)],
  ['beneficiary', 'Tmi', list((person) => `Tmi ${full(person)}`)],
  ['beneficiary', 'two persons', list((person) => `Ulla ja ${full(person)}`)],
  ['beneficiary', 'estate', list(({ first, lastForms }) => `${first} ${lastForms[1] ?? ''} kuolinpesä`)],
];

const ISSUES: readonly Kind[] = [
  ['issue', 'address in a header cell', (person, code) => ({ [`${code}.csv`]: makeList([{ code, more: ['x'] }], [person.email]) })],
  ['issue', 'name in a header cell', (person, code) => ({ [`${code}.csv`]: makeList([{ code, more: ['x'] }], [full(person)]) })],
  ['issue', 'name in the wrong column', (person, code) => ({ [`${code}.csv`]: makeList([{ code, axis: full(person) }]) })],
  ['issue', 'an unknown label’s text', (person, code) => page(code, makePage({ code, section2: `${full(person)}: kysy` }))],
  ['issue', 'an unreadable value', (person, code) => page(code, makePage({ code, contact: full(person) }).replace('100 001', `${full(person)} tietää`))],
  ['issue', 'a key', inFrontMatter((name) => `${name}: tietää\ncontact_name: ${name}`)],
];

const fromForms = (group: Plant['group'], make: (write: (person: MadePerson) => string) => Make, forms: typeof FORMS): Kind[] =>
  forms.map(([kind, write]) => [group, kind, make(write)] as const);

export const KINDS: readonly Kind[] = [
  ...LABELS,
  ...TEAMS,
  ...VALUES,
  ...fromForms('form', inText, FORMS),
  ...fromForms('address', plainText, ADDRESSES),
  ...fromForms('number', plainText, NUMBERS),
  ...fromForms('code', plainText, CODES),
  ...ELSEWHERE,
  ...OUTSIDE,
  ...BENEFICIARIES,
  ...ISSUES,
];

/** So many plants of every kind, each with a person of its own. */
export function makePlants(ofEach: number): Plant[] {
  return KINDS.flatMap(([group, kind, make], row) =>
    Array.from({ length: ofEach }, (_, index): Plant => {
      const number = row * ofEach + index;
      const person = makePerson(number);
      const files = Object.entries(make(person, `S${String(20_000 + number)}`));
      const folder = `${group}/${String(row)}`;
      return { kind, group, person, files: Object.fromEntries(files.map(([name, text]) => [`${folder}/${name}`, text])) };
    }),
  );
}
