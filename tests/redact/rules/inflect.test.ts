/**
 * Forms of names, by hand from Finnish grammar: each type of stem in the cases of the singular and the plural, both ways. What is no form
 * of a name must not be taken for one: another name that begins alike, a common word.
 */
import { describe, expect, it } from 'vitest';
import { foldForms, isForm, listForms } from '../../../pipeline/redact/inflect.ts';

const isOf = (word: string, name: string): boolean => isForm(word, listForms(name));

/** Genitive, partitive, inessive, elative, illative, adessive, ablative, allative, essive, translative; further forms of the type. */
describe.each([
  [
    'vowel',
    'Ahola',
    'aholan aholaa aholassa aholasta aholaan aholalla aholalta aholalle aholana aholaksi aholat aholoiden aholoita aholojen',
  ],
  [
    'front vowel',
    'Perälä',
    'perälän perälää perälässä perälästä perälään perälällä perälältä perälälle perälänä peräläksi perälöitä perälöissä',
  ],
  [
    '-nen',
    'Virtanen',
    'virtasen virtasta virtasessa virtasesta virtaseen virtasella virtaselta virtaselle virtasena virtaseksi virtaset virtasten virtasia virtasilla',
  ],
  ['-nen, front', 'Mäkinen', 'mäkisen mäkistä mäkisellä mäkiseen mäkisten mäkisiä'],
  ['-i, old word', 'Mäki', 'mäen mäkeä mäellä mäelle mäestä mäkeen mäkenä mäet mäkien mäkiä'],
  ['-i, old word behind r', 'Järvi', 'järven järveä järvellä järveen järvien järviä'],
  ['-i, old word with a partitive of its own', 'Niemi', 'niemen niemeä niemelle niemeen'],
  ['-i, old word behind s', 'Saari', 'saaren saarta saaressa saareen saarien saaria'],
  ['-mi', 'Lumi', 'lumen lunta lumella lumeen'],
  ['-mi, two vowels', 'Toimi', 'toimen tointa toimella'],
  ['-ki behind a consonant', 'Kärki', 'kärjen kärkeä kärjellä kärkeen'],
  ['-ki that is lost', 'Joki', 'joen jokea joella jokeen'],
  ['-si, stem in -te', 'Vesi', 'veden vettä vedellä veteen vetenä'],
  ['-si behind n', 'Länsi', 'lännen länttä lännellä länteen'],
  ['-i, new word', 'Olavi', 'olavin olavia olavilla olaviin olavina'],
  ['-i, graded', 'Matti', 'matin mattia matilla mattiin mattina matit mattien matteja'],
  ['-e', 'Rinne', 'rinteen rinnettä rinteellä rinteelle rinteeseen rinteenä'],
  ['-e, a first name', 'Kalle', 'kallen kallea kallella kalleen'],
  ['-as, graded', 'Kangas', 'kankaan kangasta kankaalla kankaaseen kankaana'],
  ['-as', 'Tuomas', 'tuomaan tuomasta tuomaalla tuomakseen tuomaksen'],
  ['-äs', 'Seppäs', 'seppään seppäksen seppästä'],
  ['-is', 'Kauris', 'kauriin kaurista kauriilla'],
  ['-es', 'Johannes', 'johanneksen johannesta johanneksella johannekselle johannekseen'],
  ['-es, stem in -he', 'Mies', 'miehen miestä miehellä'],
  ['-us', 'Rasmus', 'rasmuksen rasmusta rasmuksella rasmukselle'],
  ['-us, stem in -te', 'Uutuus', 'uutuuden uutuutta uutuudella uutuuteen'],
  ['-os', 'Kunnos', 'kunnoksen kunnosta kunnokselle'],
  ['-o', 'Aalto', 'aallon aaltoa aallolla aallolle aaltoon aaltona aaltojen aaltoja'],
  ['-io', 'Kallio', 'kallion kalliota kalliolla kallioon'],
  ['-yö, long', 'Suo', 'suon suota suolla suohon'],
  ['-aa, long', 'Maa', 'maan maata maalla maahan maalle'],
  ['-in', 'Puhelin', 'puhelimen puhelinta puhelimella'],
  ['-on', 'Simon', 'simonin simonia simonilla simonille simonista'],
  ['-el', 'Daniel', 'danielin danielia danielille danielilta danieliin'],
  ['-ar', 'Ivar', 'ivarin ivaria ivarilla ivaren'],
  ['consonant', 'Erik', 'erikin erikiä erikillä erikille erikiltä erikiksi erikiin'],
  ['foreign', 'Lindqvist', 'lindqvistin lindqvistiä lindqvistille lindqvistiltä'],
  ['Swedish genitive', 'Lindqvist', 'lindqvists'],
  ['English genitive', 'Smith', "smiths smith's"],
  ['hyphen', 'Malli-Mäki', 'malli-mäen malli-mäellä malli-mäkeä'],
])('%s: %s', (_type, name, forms) => {
  it.each([name.toLowerCase(), ...forms.split(' ')])('%s', (form) => {
    expect(isOf(form, name)).toBe(true);
  });
});

describe.each([
  ['kk', 'Pekka', 'pekan pekalla pekalle pekkaa pekkana'],
  ['pp', 'Seppä', 'sepän sepällä seppää'],
  ['tt', 'Räty', 'rädyn rädyllä rätyä'],
  ['nk', 'Hanko', 'hangon hangolla hankoa'],
  ['mp', 'Lampi', 'lammen lammella lampea'],
  ['nt', 'Ranta', 'rannan rannalla rantaa'],
  ['lt', 'Valta', 'vallan vallalla valtaa'],
  ['rt', 'Virta', 'virran virralla virtaa'],
  ['ht', 'Lahti', 'lahden lahdella lahtea'],
  ['lp', 'Salpa', 'salvan salvalla salpaa'],
  ['rp', 'Turpa', 'turvan turvalla turpaa'],
  ['lk', 'Jalka', 'jalan jalalla jalkaa'],
  ['rk', 'Särkä', 'särän särällä särkää'],
  ['k', 'Haka', 'haan haalla hakaa'],
  ['p', 'Halapa', 'halavan halavalla halapaa'],
  ['t', 'Keto', 'kedon kedolla ketoa'],
  ['uku', 'Puku', 'puvun puvulla pukua'],
  ['yky', 'Kyky', 'kyvyn kyvyllä kykyä'],
  ['hk, both ways', 'Rahko', 'rahkon rahon rahkolla rahkoa'],
  ['no grade in st', 'Kosti', 'kostin kostilla kostia'],
  ['no grade in sk', 'Koski', 'kosken koskella koskea'],
])('gradation of %s: %s', (_grade, name, forms) => {
  it.each(forms.split(' '))('%s', (form) => {
    expect(isOf(form, name)).toBe(true);
  });
});

describe('with what a name takes behind its ending', () => {
  it.each([
    ['virtasenkin', 'Virtanen', 'clitic'],
    ['virtasellakaan', 'Virtanen', 'clitic'],
    ['mäelläkään', 'Mäki', 'clitic'],
    ['maijahan', 'Maija', 'clitic'],
    ['pekkako', 'Pekka', 'clitic'],
    ['mäkikö', 'Mäki', 'clitic'],
    ['maijapa', 'Maija', 'clitic'],
    ['maijani', 'Maija', 'possessive suffix'],
    ['maijasi', 'Maija', 'possessive suffix'],
    ['maijansa', 'Maija', 'possessive suffix'],
    ['mäkensä', 'Mäki', 'possessive suffix, strong'],
    ['virtasemme', 'Virtanen', 'possessive suffix'],
    ['virtasenne', 'Virtanen', 'possessive suffix'],
    ['maijallaan', 'Maija', 'possessive suffix'],
    ['maijalleen', 'Maija', 'possessive suffix'],
    ['mäkeensä', 'Mäki', 'possessive suffix'],
    ['virtasestaan', 'Virtanen', 'possessive suffix'],
    ['mäellään', 'Mäki', 'possessive suffix'],
    ['maijanikin', 'Maija', 'both'],
    ['smith:n', 'Smith', 'colon'],
    ['smith:in', 'Smith', 'colon'],
    ['smith:iä', 'Smith', 'colon'],
    ['smith:lle', 'Smith', 'colon'],
    ['smith:ille', 'Smith', 'colon'],
    ["smith'in", 'Smith', 'apostrophe'],
    ["james'", 'James', 'apostrophe'],
  ])('%s (of %s): %s', (form, name) => {
    expect(isOf(form, name)).toBe(true);
  });
});

describe('no form of another name or word', () => {
  it.each([
    ['mäenpää', 'Mäki'],
    ['mäkelä', 'Mäki'],
    ['mäkinen', 'Mäki'],
    ['mäkisen', 'Mäki'],
    ['virta', 'Virtanen'],
    ['virran', 'Virtanen'],
    ['virtanen', 'Virta'],
    ['virtasen', 'Virta'],
    ['lahtinen', 'Lahti'],
    ['lahdenperä', 'Lahti'],
    ['niemelä', 'Niemi'],
    ['nieminen', 'Niemi'],
    ['aholainen', 'Ahola'],
    ['aho', 'Ahola'],
    ['rantala', 'Ranta'],
    ['salonen', 'Salo'],
    ['salossaan', 'Salonen'],
    ['kallion', 'Kalle'],
    ['kangasala', 'Kangas'],
    ['kaava', 'Kaavi'],
    ['matto', 'Matti'],
    ['anneli', 'Anne'],
    ['marian', 'Mari'],
    ['erika', 'Erik'],
    ['hanke', 'Hanko'],
    ['kehittäminen', 'Kehä'],
    ['kosto', 'Kosti'],
    ['suomalainen', 'Suoma'],
    ['m', 'Mäki'],
    ['', 'Mäki'],
    ['ani', 'Ani-Malli'],
    // Too short to be a name with a suffix.
    ['aini', 'Ai'],
  ])('%s of %s', (word, name) => {
    expect(isOf(word, name)).toBe(false);
  });
});

it('a name of one letter has no forms', () => {
  expect([...listForms('A')]).toEqual(['a', 'as', "a's"]);
  expect([...listForms('Malli-B')]).toEqual(['malli-b', 'malli-bs', "malli-b's"]);
});

it('folded forms have no diacritics', () => {
  const forms = foldForms(listForms('Mäki'));
  expect(isForm('maen', forms)).toBe(true);
  expect(isForm('mäen', forms)).toBe(false);
  expect([...forms].join('')).toMatch(/^[a-z']+$/);
});

/** More forms of a name would find more words that are none. */
it.each([
  ['Virtanen', 120],
  ['Mäki', 220],
  ['Salo', 60],
  ['Smith', 105],
])('%s has fewer than %d forms', (name, most) => {
  expect(listForms(name).size).toBeLessThan(most);
});

describe('what is no form', () => {
  it.each(
    'Ahola Virtanen Mäki Lumi Toimi Vesi Länsi Olavi Matti Rinne Kasper Hannes Vilkas Kaunis Koskimies Ilves Liljeroos'.split(
      ' ',
    ),
  )('every form of %s begins as it does', (name) => {
    const beginning = name.slice(0, 2).toLowerCase();
    expect([...listForms(name)].filter((form) => !form.startsWith(beginning))).toEqual([]);
  });

  it('no stem is contracted within a name', () => {
    expect(isOf('kaspaar', 'Kaspar')).toBe(false);
    expect(isOf('kaspaan', 'Kaspar')).toBe(false);
  });
});
