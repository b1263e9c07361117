import { fold } from './normalise.ts';

/**
 * Finnish inflection of names: stems (gradation and stem types, by rule and by a list of old words in -i) and endings. A name's forms
 * are listed, not guessed by "stem and anything": Mäki gives Mäen and never Mäenpää. Possessive suffixes and clitics are taken off the
 * word that is looked up. Rules: A. Hakulinen et al., Iso suomen kielioppi (VISK) §§ 41–80, as facts.
 */

/** Words in -i whose stem ends in -e; as the last part of a name. Names of such an end are also inflected like new words (Nurmi: Nurmen, Nurmin). */
const E_STEMS =
  'joki mäki järvi niemi lahti koski salmi lampi saari suomi tuomi nurmi kivi talvi sormi hirvi veri kieli mieli suuri nuori kuusi lehti tähti hanhi vuori meri uni lumi toimi jälki kurki särki tammi niini riihi lohi hauki arki pieni korpi tuohi kanki sarvi hiiri sieni juuri polvi pilvi ovi kiiski kilpi louhi suvi tuuli tuli kaari suoni lovi povi arpi kaski kärki kylki väki reki torvi hiili onki nummi henki rupi appi ääri ruuhi riski pelki'.split(
    ' ',
  );
/** Words in -si whose stem is -te. */
const SI_STEMS = 'vesi susi uusi käsi kynsi länsi kansi virsi hirsi varsi orsi reisi köysi'.split(' ');
const VOWEL = 'aeiouyäöå';
const isVowel = (letter: string): boolean => letter !== '' && VOWEL.includes(letter);

interface Stem {
  /** Before endings that open no closed syllable: essive, illative, partitive. */
  readonly strong: string;
  /** Before the endings of the other cases. */
  readonly weak: string;
  readonly kind: 'vowel' | 'long' | 'contracted' | 'nen' | 'foreign';
  /** Partitive beyond stem + a. */
  readonly partitive?: string;
}

const GRADES: readonly (readonly [strong: RegExp, weak: string])[] = [
  [/kk$/, 'k'],
  [/pp$/, 'p'],
  [/tt$/, 't'],
  [/nk$/, 'ng'],
  [/mp$/, 'mm'],
  [/nt$/, 'nn'],
  [/lt$/, 'll'],
  [/rt$/, 'rr'],
  [/ht$/, 'hd'],
  [/([lr])p$/, '$1v'],
  [/([lrh])k$/, '$1'],
  [/(?<![stkp])k$/, ''],
  [/(?<![stkp])p$/, 'v'],
  [/(?<![stkp])t$/, 'd'],
];

/** Weak grades of a stem that ends in one vowel (`mäke`: `mäe`, `kärke`: `kärje`, `kär e`); the stem itself where nothing grades. */
function weaken(stem: string): string[] {
  const match = /^(.*[^aeiouyäöå])([aeiouyäöå])$/.exec(stem);
  if (match?.[1] === undefined || match[2] === undefined) return [stem];
  const [, body, vowel] = match;
  const grade = GRADES.find(([strong]) => strong.test(body));
  if (grade === undefined || !/[aeiouyäöå]/.test(body)) return [stem];
  const weak = [body.replace(grade[0], grade[1]) + vowel];
  if (/[lrh]k$/.test(body) && /[ei]/.test(vowel)) weak.push(body.replace(/k$/, 'j') + vowel);
  if (/[uy]k$/.test(body) && /[uy]/.test(vowel)) weak.push(body.replace(/k$/, 'v') + vowel);
  if (body.endsWith('hk')) weak.push(stem);
  return weak;
}

const STRONG = new Map([
  ['nn', 'nt'],
  ['mm', 'mp'],
  ['ng', 'nk'],
  ['ll', 'lt'],
  ['rr', 'rt'],
  ['hd', 'ht'],
  ['lv', 'lp'],
  ['rv', 'rp'],
  ['k', 'kk'],
  ['p', 'pp'],
  ['t', 'tt'],
  ['d', 't'],
  ['v', 'p'],
  ['', 'k'],
]);

/** Strong grades of a contracted stem: `rinne` → `rinte`, `kangas` → `kanka`. */
function strengthen(stem: string): string[] {
  const match = /^(.*?)(nn|mm|ng|ll|rr|hd|[lr]v|[kptdv]|)([aeiouyäöå]+)$/.exec(stem);
  if (match?.[1] === undefined || match[3] === undefined) return [stem];
  const [, body, weak = '', vowel] = match;
  return [stem, body + (STRONG.get(weak) ?? weak) + vowel];
}

function listStems(name: string): Stem[] {
  const last = name.slice(-1);
  const before = name.slice(-2, -1);
  const plain = (stem: string, kind: Stem['kind'] = 'vowel'): Stem[] =>
    [...new Set([...weaken(stem), stem])].map((weak) => ({ strong: stem, weak, kind }));
  if (name.endsWith('nen')) {
    const stem = `${name.slice(0, -3)}se`;
    return [{ strong: stem, weak: stem, kind: 'nen', partitive: `${name.slice(0, -3)}st` }];
  }
  if (isVowel(last)) {
    if (isVowel(before) && (last === before || /(?:uo|yö|ie)$/.test(name)))
      return [{ strong: name, weak: name, kind: 'long', partitive: `${name}t` }];
    const stems = plain(name);
    if (last === 'e')
      stems.push(
        ...strengthen(name).map((stem): Stem => ({
          strong: `${stem}e`,
          weak: `${stem}e`,
          kind: 'contracted',
          partitive: `${name}tt`,
        })),
      );
    if (SI_STEMS.some((word) => name.endsWith(word))) {
      const body = name.slice(0, -2);
      stems.push({
        strong: `${body}te`,
        weak: weaken(`${body}te`)[0] ?? `${body}de`,
        kind: 'vowel',
        partitive: `${body}tt`,
      });
    } else if (E_STEMS.some((word) => name.endsWith(word))) {
      const body = name.slice(0, -1);
      stems.push(
        ...plain(`${body}e`).map((stem) => ({ ...stem, partitive: /[lnrs]$/.test(body) ? `${body}t` : `${body}e` })),
      );
      if (/(?:lumi|toimi)$/.test(name))
        stems.push({ strong: `${body}e`, weak: `${body}e`, kind: 'vowel', partitive: `${name.slice(0, -2)}nt` });
    }
    // A partitive such as Kallio: Kalliota.
    if (isVowel(before)) stems.push({ strong: name, weak: name, kind: 'vowel', partitive: `${name}t` });
    return stems;
  }
  const stems: Stem[] = [];
  const contracted = (stem: string): void => {
    stems.push({ strong: stem, weak: stem, kind: 'contracted', partitive: `${name}t` });
  };
  if (/[aäeiuy]s$/.test(name)) for (const stem of strengthen(name.slice(0, -1))) contracted(stem + before);
  if (name.endsWith('es')) contracted(`${name.slice(0, -1)}he`);
  if (/[aouyöie]s$/.test(name) || name.endsWith('äs')) contracted(`${name.slice(0, -1)}kse`);
  if (/[uy]s$/.test(name))
    stems.push({
      strong: `${name.slice(0, -1)}te`,
      weak: `${name.slice(0, -1)}de`,
      kind: 'vowel',
      partitive: `${name.slice(0, -1)}tt`,
    });
  if (/[oöuyi]n$/.test(name)) for (const stem of strengthen(name.slice(0, -1))) contracted(`${stem}me`);
  if (/[lrn]$/.test(name)) contracted(`${name}e`);
  if (/[aä]r$/.test(name)) contracted(`${name.slice(0, -1)}re`);
  stems.push({ strong: `${name}i`, weak: `${name}i`, kind: 'foreign' });
  return stems;
}

const WEAK_ENDINGS = 'n t ssA stA llA ltA lle ksi tta ttA'.split(' ');
/** Both harmonies: `Olavilla` and `Elinillä` alike, and compounds keep no rule of their own. */
const harmonise = (form: string): string[] =>
  form.includes('A') ? [form.replaceAll('A', 'a'), form.replaceAll('A', 'ä')] : [form];

function* listStemForms({ strong, weak, kind, partitive }: Stem): Generator<string> {
  for (const ending of WEAK_ENDINGS) yield weak + ending;
  const vowel = strong.slice(-1);
  yield `${strong}nA`;
  yield `${strong}${vowel}n`;
  if (kind === 'long') yield `${strong}h${vowel}n`;
  if (kind === 'long' || kind === 'contracted') yield `${strong}seen`;
  yield `${partitive ?? strong}A`;
  // Before a possessive suffix the strong grade stands: Mäkensä.
  yield strong;
  // Plural: the Mäkis, the Virtanens.
  const body = strong.slice(0, -1);
  const weakBody = weak.slice(0, -1);
  const plurals = /[oöuy]$/.test(strong)
    ? [[`${strong}i`, `${weak}i`]]
    : [
        [`${body}i`, `${weakBody}i`],
        [`${body}oi`, `${weakBody}oi`],
        [`${body}öi`, `${weakBody}öi`],
        [`${body}ei`, `${weakBody}ei`],
      ];
  for (const [high = '', low = ''] of plurals) {
    for (const ending of 'ssA stA llA ltA lle ksi'.split(' ')) yield low + ending;
    yield `${high}nA`;
    yield `${high}hin`;
    yield `${high}in`;
    yield `${high}tA`;
    yield `${high}A`;
    yield `${high}den`;
    yield `${high}en`;
    const glide = `${high.slice(0, -1)}j`;
    yield `${glide}A`;
    yield `${glide}en`;
  }
  if (kind === 'nen') yield `${body}ten`;
}

/** Every form of one word of a name, lower case; the last part of a hyphenated name is the one that is inflected. */
export function listForms(name: string): ReadonlySet<string> {
  const lower = name.toLowerCase();
  const hyphen = lower.lastIndexOf('-') + 1;
  const [head, last] = [lower.slice(0, hyphen), lower.slice(hyphen)];
  const forms = new Set([lower, `${lower}s`, `${lower}'s`]);
  if (last.length < 2) return forms;
  for (const stem of listStems(last))
    for (const form of listStemForms(stem))
      for (const one of harmonise(form)) if (one.length >= last.length - 2) forms.add(head + one);
  return forms;
}

/** The same without diacritics. */
export function foldForms(forms: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...forms].map(fold));
}

const COLON =
  /[:'](?:n|in|[aä]|t[aä]|i[aä]|ss[aä]|iss[aä]|st[aä]|ist[aä]|ll[aä]|ill[aä]|lt[aä]|ilt[aä]|lle|ille|ksi|iksi|iin|s)$/;
const CLITIC = /(?:k[aä][aä]n|kin|h[aä]n|k[oö]|p[aä])$/;
/** Of the third person also the ending's vowel once more and `n`: `Mallillaan`. */
const POSSESSIVE = /(?:ni|si|ns[aä]|mme|nne|(?<=([aäe]))\1n)$/;

/** Whether a word, as it stands in a text, is one of the forms: also with a colon, a clitic, a possessive suffix. */
export function isForm(word: string, forms: ReadonlySet<string>): boolean {
  if (forms.has(word)) return true;
  const bare = word.replace(COLON, '').replace(/'$/, '');
  if (forms.has(bare)) return true;
  const stem = bare.replace(CLITIC, '');
  if (stem !== bare && forms.has(stem)) return true;
  const owned = stem.replace(POSSESSIVE, '');
  return owned !== stem && owned.length > 3 && (forms.has(owned) || forms.has(`${owned}n`));
}
