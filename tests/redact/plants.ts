import { makeCard, makeMarkdown, makePage } from './plant-documents.ts';
import { makePerson, type MadePerson } from './make-person.ts';
import { ADDRESSES, CODES, FORMS, NUMBERS } from './plant-forms.ts';
import {
  full,
  inFrontMatter,
  inText,
  page,
  plainText,
  vetaja,
  told,
  type Kind,
  type Make,
  type Plant,
} from './plant-kind.ts';
import { BENEFICIARIES, ELSEWHERE, ISSUES, OUTSIDE } from './plant-places.ts';

/** A label in section 2 of a page, and the name again in the summary. */
const inSection2 =
  (write: (name: string) => string): Make =>
  (person, code) =>
    page(code, makePage({ code, section2: write(full(person)), summary: told(person) }));
const inSummary =
  (write: (name: string) => string): Make =>
  (person, code) =>
    page(
      code,
      makePage({ code, summary: `Avataan väylä.\n${write(full(person))}\n\nKysy ${person.lastForms[3] ?? ''} lisää.` }),
    );

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
  ['label', 'abbreviated', inSection2((name) => `Yht. hlö: ${name}`)],
  ['label', 'one that no table has', inSummary((name) => `Laatinut: ${name}`)],
  ['label', 'one that no table has, Swedish', inSummary((name) => `Ytterligare information ges av: ${name}`)],
  ['label', 'one that no table has, English', inSummary((name) => `Responsible person: ${name}`)],
  ['label', 'of an office, Swedish', inSummary((name) => `Handläggare: ${name}`)],
  ['label', 'of an office, English', inSummary((name) => `Project lead: ${name}`)],
  ['label', 'an author in front matter', inFrontMatter((name) => `author: ${name}`)],
  [
    'label',
    'a surname alone',
    (person, code) =>
      page(code, makePage({ code, contact: person.last, summary: `Väylä.\nYhteyshenkilö: ${person.last}` })),
  ],
  [
    'label',
    'two labels for one name',
    (person, code) =>
      page(
        code,
        makePage({ code, summary: `Väylä.\nSukunimi: ${person.last}\nEtunimi: ${person.first}\n\n${told(person)}` }),
      ),
  ],
  ['label', 'contact-name', inFrontMatter((name) => `contact-name: ${name}`)],
  ['label', 'nested contact', inFrontMatter((name) => `contact:\n  name: ${name}`)],
  ['label', 'flow map', inFrontMatter((name) => `contact: {name: ${name}}`)],
  ['label', 'block list', inFrontMatter((name) => `contact_name:\n  - ${name}\n  - Aino Onkohanen`)],
  ['label', 'YAML tag', inFrontMatter((name) => `contact_name: !!str ${name}`)],
  ['label', 'block scalar', inFrontMatter((name) => `contact_name: |\n  ${name}`)],
  ['label', 'quoted', inFrontMatter((name) => `yhteyshenkilö: "${name}"`)],
  [
    'label',
    'the role in a text',
    (person, code) =>
      page(
        code,
        makePage({ code, summary: `Väylä.\nYhteyshenkilön asema hakijaorganisaatiossa: ${person.last}-vastaava` }),
      ),
  ],
];

const inTeam =
  (write: (name: string) => string): Make =>
  (person, code) => ({ [`${code}.txt`]: makeCard({ code, team: write(full(person)), summary: told(person) }) });

const TEAMS: readonly Kind[] = [
  ['team', 'as the cards write it', inTeam((name) => `Projektitiimi:\n\n${vetaja(name)}`)],
  ['team', 'same line', inTeam((name) => `Projektitiimi: ${vetaja(name)}`)],
  ['team', 'capitals', inTeam((name) => `PROJEKTITIIMI\n\n${vetaja(name)}`)],
  ['team', 'with a number', inTeam((name) => `Projektitiimi (2 hlö)\n\n${vetaja(name)}`)],
  ['team', 'Projektiryhmä', inTeam((name) => `Projektiryhmä:\n\n${vetaja(name)}`)],
  ['team', 'members', inTeam((name) => `Projektitiimin jäsenet\n\n${vetaja(name)}`)],
  ['team', 'Markdown heading', inTeam((name) => `## Projektitiimi\n\n${vetaja(name)}`)],
  ['team', 'bullets', inTeam((name) => `- Projektitiimi:\n\n- ${name}, vetäjä`)],
  ['team', 'Hankeväki', inTeam((name) => `Hankeväki\n\n${vetaja(name)}`)],
  ['team', 'tekijät', inTeam((name) => `Hankkeen tekijät:\n\n${name}, ohjaaja`)],
  ['team', 'soft hyphen', inTeam((name) => `Projekti\u00adtiimi:\n\n${vetaja(name)}`)],
  ['team', 'a heading word inside', inTeam((name) => `Projektitiimi:\n\nTulokset\n\n${vetaja(name)}`)],
  [
    'team',
    'inflected',
    (person, code) => ({
      [`${code}.txt`]: makeCard({
        code,
        team: `Projektitiimi:\n\nTiimi toimii ${person.firstForms[1] ?? ''} ${person.lastForms[1] ?? ''} johdolla.`,
        summary: `${full(person)} kertoo.`,
      }),
    }),
  ],
  [
    'team',
    'in Markdown',
    (person, code) => ({
      [`${code}.md`]: makeMarkdown(
        code,
        '',
        `# Tiivistelmä\n\n${told(person)}\n\n## Projektitiimi\n\n${vetaja(full(person))}\n\n### Muut\n\n${full(person)}\n\n## Tulokset\n\nHyvät.`,
      ),
    }),
  ],
  [
    'team',
    'in a text',
    (person, code) => page(code, makePage({ code, summary: `Väylä.\n\nProjektitiimi: ${vetaja(full(person))}` })),
  ],
  [
    'team',
    'in a text, next line',
    (person, code) => page(code, makePage({ code, summary: `Väylä.\n\nProjektitiimi\n${vetaja(full(person))}` })),
  ],
  [
    'team',
    'the second one',
    (person, code) => ({
      [`${code}.txt`]: makeCard({
        code,
        summary: told(person),
        end: `Eri tahojen merkitys\n\nProjektitiimi:\n\n${vetaja(full(person))}\n\nKumppanit\n\nKemin kaupunki.`,
      }),
    }),
  ],
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
const fromForms = (
  group: Plant['group'],
  make: (write: (person: MadePerson) => string) => Make,
  forms: typeof FORMS,
): Kind[] => forms.map(([kind, write]) => [group, kind, make(write)] as const);

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
      return {
        kind,
        group,
        person,
        files: Object.fromEntries(files.map(([name, text]) => [`${folder}/${name}`, text])),
      };
    }),
  );
}
