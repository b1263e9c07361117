import { plainLetters, type MadePerson } from './make-person.ts';

/** How a name, an address, a number or an identity code can be written. */
type Form = readonly [kind: string, write: (person: MadePerson) => string];
const at = (forms: readonly string[], index: number): string => forms[index] ?? '';

export const FORMS: readonly Form[] = [
  ['both names', ({ first, last }) => `Sen tekee ${first} ${last}.`],
  ['reversed', ({ first, last }) => `Sen tekee ${last} ${first}.`],
  ['capitals', ({ first, last }) => `SEN TEKEE ${first} ${last}`.toUpperCase()],
  ['genitive', ({ first, lastForms }) => `Sen tekee ${first} ${at(lastForms, 1)} ryhmä.`],
  ['both inflected', ({ firstForms, lastForms }) => `Kysy ${at(firstForms, 4)} ${at(lastForms, 4)}.`],
  ['partitive', ({ firstForms, lastForms }) => `Kiitämme ${at(firstForms, 2)} ${at(lastForms, 2)}.`],
  ['surname alone', ({ last }) => `Sen tekee ${last}.`],
  ['surname at the beginning', ({ last }) => `${last} tekee sen.`],
  ['surname in the genitive', ({ lastForms }) => `Sen tekee myös ${at(lastForms, 1)} ryhmä.`],
  ['surname in the allative', ({ lastForms }) => `Ilmoita ${at(lastForms, 3)} siitä.`],
  ['surname in the plural', ({ lastForms }) => `Sen tekevät ${at(lastForms, 5)} yhdessä.`],
  ['clitic', ({ lastForms }) => `Myös ${at(lastForms, 1)}kin ryhmä tekee sen.`],
  ['initial', ({ first, last }) => `Sen tekee ${first.charAt(0)}. ${last}.`],
  ['initial behind', ({ first, last }) => `Sen tekee ${last} ${first.charAt(0)}. Hyvä.`],
  ['initial without a space', ({ first, lastForms }) => `${first.charAt(0)}.${at(lastForms, 1)} ryhmä.`],
  ['middle initial', ({ first, last }) => `Sen tekee ${first} K. ${last}.`],
  ['middle name', ({ first, last }) => `Sen tekee ${first} Kaarina ${last}.`],
  ['slash', ({ first, last }) => `Sen tekee ${first}/${last}.`],
  ['zero-width space', ({ first, last }) => `Sen tekee ${first}\u200b ${last.slice(0, 3)}\u200b${last.slice(3)}.`],
  ['soft hyphen', ({ first, last }) => `Sen tekee ${first} ${last.slice(0, 4)}\u00ad${last.slice(4)}.`],
  ['line break', ({ first, last }) => `Sen tekee ${first}\n${last}.`],
  ['no-break space', ({ first, last }) => `Sen tekee ${first}\u00a0${last}.`],
  ['decomposed', ({ first, last }) => `Sen tekee ${first} ${last}.`.normalize('NFD')],
  ['hyphen lost', ({ first, last }) => `Sen tekee ${first.replace('-', ' ')} ${last}.`],
  ['without diacritics', ({ first, last }) => `Sen tekee ${plainLetters(first)} ${plainLetters(last)}.`],
  [
    'web address',
    ({ first, last }) => `Lue https://satukyla.example/${plainLetters(first)}-${plainLetters(last)}/alku.`,
  ],
  [
    'web address, one word',
    ({ first, last }) => `Lue www.${plainLetters(first).replace('-', '')}${plainLetters(last)}.fi nyt.`,
  ],
  ['behind a title', ({ last }) => `Sen tekee projektipäällikkö ${last}.`],
];

const parts = ({ email }: MadePerson): readonly [local: string, host: string] => {
  const [local = '', host = ''] = email.split('@');
  return [local, host];
};
const join =
  (sign: string): ((person: MadePerson) => string) =>
  (person) =>
    `Kysy: ${parts(person).join(sign)} heti.`;

export const ADDRESSES: readonly Form[] = [
  ['as it is', join('@')],
  ['(at)', join('(at)')],
  [' (at) ', join(' (at) ')],
  ['[ät]', join('[ät]')],
  [' ät ', join(' ät ')],
  [' at ', join(' at ')],
  ['-at-', join('-at-')],
  ['{at}', join('{at}')],
  ['entity', join('&#64;')],
  ['hexadecimal entity', join('&#x40;')],
  ['%40', join('%40')],
  ['full width', join('＠')],
  ['line break', join('@\n')],
  ['spaces', join(' @ ')],
  ['soft hyphen', ({ email }) => `Kysy: ${email.slice(0, 5)}\u00ad${email.slice(5)}.`],
  [
    'dot in words',
    (person) => `Kysy: ${parts(person)[0].replace('.', ' dot ')} at ${parts(person)[1].replace('.', ' dot ')}.`,
  ],
  [
    'piste',
    (person) => `Kysy: ${parts(person)[0].replace('.', ' piste ')} ät ${parts(person)[1].replace('.', ' piste ')}.`,
  ],
  ['(dot)', (person) => `Kysy: ${parts(person)[0]}(at)${parts(person)[1].replace('.', '(dot)')}.`],
  ['-at- and -dot-', (person) => `Kysy: ${parts(person)[0]}-at-${parts(person)[1].replace('.', '-dot-')}.`],
  ['mailto', (person) => `Kysy: mailto:${person.email}?subject=x`],
  ['angle brackets', ({ email }) => `Kysy <${email}> heti.`],
  ['capitals', ({ email }) => `Kysy ${email.toUpperCase()} heti.`],
  ['[at-merkki]', join(' [at-merkki] ')],
  ['#at#', join(' #at# ')],
  ['quotes', join(' "at" ')],
  ['( a t )', join(' ( a t ) ')],
  ['%2540', join('%2540')],
  ['no top-level domain', (person) => `Kysy: ${parts(person)[0]} (at) ${parts(person)[1].replace(/[.].*/, '')} heti.`],
];

const end = ({ phone }: MadePerson): string => phone.slice(-4);
const wide = (text: string): string => text.replaceAll(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));

export const NUMBERS: readonly Form[] = [
  ['mobile', (person) => `Soita 040 000 ${end(person)}.`],
  ['mobile, one run', (person) => `Soita 040000${end(person)}.`],
  ['hyphen', (person) => `Soita 040-000 ${end(person)}.`],
  ['spaced hyphen', (person) => `Soita 040 - 000 ${end(person)}.`],
  ['brackets', (person) => `Soita (040)-000 ${end(person)}.`],
  ['dots', (person) => `Soita 040.000.${end(person)}.`],
  ['slash', (person) => `Soita 040/000${end(person)}.`],
  ['non-breaking hyphen', (person) => `Soita 040\u2011000\u2011${end(person)}.`],
  ['em dash', (person) => `Soita 040 — 000 ${end(person)}.`],
  ['no-break spaces', (person) => `Soita 040\u00a0000\u00a0${end(person)}.`],
  ['full-width digits', (person) => wide(`Soita 040 000 ${end(person)}.`)],
  ['line break', (person) => `Soita 040\n000 ${end(person)}.`],
  ['pairs', (person) => `Soita 040 00 0${end(person).slice(0, 1)} ${end(person).slice(1)}.`],
  ['+358', (person) => `Soita +358 40 000 ${end(person)}.`],
  ['+358 (0)', (person) => `Soita +358 (0)40 000 ${end(person)}.`],
  ['00358', (person) => `Soita 00358 40 000 ${end(person)}.`],
  ['358 alone', (person) => `Soita 358 40 000 ${end(person)}.`],
  ['area code', (person) => `Soita 09 000 ${end(person)}.`],
  ['area code in brackets', (person) => `Soita (09) 000 ${end(person)}.`],
  ['area code, one run', (person) => `Soita 016000${end(person)}.`],
  ['behind a word', (person) => `Puh. 000 ${end(person)}.`],
  ['behind gsm', (person) => `GSM: 40 000 ${end(person)}`],
  ['exchange', (person) => `Vaihde 000 ${end(person)}.`],
  ['Swedish', (person) => `Ring +46 70 000 ${end(person)}.`],
  ['+358 with hyphens', (person) => `Soita +358-40-000-${end(person)}.`],
  ['00358 with hyphens', (person) => `Soita 00-358-40-000-${end(person)}.`],
  ['four groups', (person) => `Soita 040-00-0${end(person).slice(0, 1)}-${end(person).slice(1)}.`],
  ['square brackets', (person) => `Soita [040] 000 ${end(person)}.`],
  ['asterisks', (person) => `Soita 040*000*${end(person)}.`],
  ['entity of a space', (person) => `Soita 040&#160;000&#160;${end(person)}.`],
  ['no-break spaces and a soft hyphen', (person) => `Soi\u00adta 040\u00a0000\u00a0${end(person)}.`],
  ['behind p.', (person) => `Maija, p. 000 ${end(person)}.`],
  ['behind a sign', (person) => `☎ 000 ${end(person)}`],
  ['behind a word and a bracket', (person) => `Puh. (vaihde) 000 ${end(person)}.`],
  ['behind kännykkä', (person) => `Kännykkä: 000 ${end(person)}.`],
  ['behind soita', (person) => `Soita 000 ${end(person)}.`],
  ['tel link', (person) => `Soita tel:+35840000${end(person)} nyt.`],
];

/** Of the century and the sign; individual numbers from 900 are never given. */
function code(sign: string, write: (text: string) => string = (text) => text): Form['1'] {
  return (person) => {
    const number = person.codeMark.slice(0, 6);
    const individual = person.codeMark.slice(6);
    const control = '0123456789ABCDEFHJKLMNPRSTUVWXY'.charAt(Number(number + individual) % 31);
    return `Tunnus ${write(`${number}${sign}${individual}${control}`)} ja loput.`;
  };
}

export const CODES: readonly Form[] = [
  ...Array.from('+-YXWVUABCDEF', (sign): Form => [`sign ${sign}`, code(sign)]),
  ['small letters', code('A', (text) => text.toLowerCase())],
  ['en dash', code('–')],
  ['spaces', code(' - ')],
  ['date with spaces', code('-', (text) => `${text.slice(0, 2)} ${text.slice(2, 4)} ${text.slice(4)}`)],
  ['slash', code('/')],
  ['behind its name', code('-', (text) => `HETU${text}`)],
  ['behind a label, mistyped', code(' ', (text) => `henkilötunnus ${text.slice(0, -1)}0`)],
  ['mistyped', code('-', (text) => `${text.slice(0, -1)}${text.endsWith('A') ? 'B' : 'A'}`)],
];
