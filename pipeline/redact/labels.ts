import { distance } from 'fastest-levenshtein';
import { fold, normalise } from './normalise.ts';

/** What a label about a person asks for; `team`: all persons of a project, `group`: a group that persons sit in. */
export type LabelKind = 'name' | 'role' | 'email' | 'phone' | 'team' | 'group';

export interface PersonLabel {
  readonly kind: LabelKind;
  /** `false` for a label that looks like a person's and has a word that no table has. */
  readonly isKnown: boolean;
}

/**
 * Words of contact labels in Finnish, Swedish and English, folded; a word in a label counts when it is one of them, begins with one
 * (inflected, compounds) or differs by a slip of the pen.
 */
const PERSON =
  `yhteyshenkilo yhdyshenkilo yhteyshlo kontaktihenkilo vastuuhenkilo vastuuhlo kontakti yhteyshenk allekirjoittaja
  projektipaallikko hankepaallikko projektikoordinaattori hankekoordinaattori projektivastaava hankevastaava hankevetaja projektinvetaja vetaja
  kontaktperson kontakt ansvarsperson kontaktpersoner projektledare projektchef projektkoordinator
  projektansvarig projektarbetare projektsekreterare handlaggare undertecknare firmatecknare foredragande
  nimenkirjoittaja hankejohtaja projektijohtaja vastuututkija projektisihteeri
  esittelija valmistelija laatija puheenjohtaja ordforande sekreterare beredare foredragare
  signatory investigator contact contacts contactperson manager coordinator leader secretary chairperson rapporteur presenter`.split(
    /\s+/,
  );
const ATTRIBUTES: Readonly<Record<'name' | 'role' | 'email' | 'phone', readonly string[]>> = {
  name: 'nimi nimen nimet etunimi sukunimi namn fornamn efternamn name names firstname lastname surname fullname yhteystiedot yhteystieto kontaktuppgifter details information info tiedot uppgifter sijainen varahenkilo ersattare'.split(
    ' ',
  ),
  role: 'asema titteli rooli tehtava tehtavanimike toimenkuva virka virkanimike stallning roll titel befattning uppgift position role title job'.split(
    ' ',
  ),
  email:
    'sahkoposti sahkopostisoite sahkopostiosoite sposti email mail meili epost epostadress osoite adress address'.split(
      ' ',
    ),
  phone:
    'puhelin puhelinnumero puh puhnro gsm matkapuhelin kannykka numero nro telefon telefonnummer tfn mobil mobile phone tel nummer number'.split(
      ' ',
    ),
};
const OTHER =
  `hankkeen projektin hanke projekti hakijan hakija toteuttajan toteuttaja hakijaorganisaatiossa hakijaorganisaation organisaatiossa organisaation
  ohjausryhman johtoryhman tyoryhman styrgruppens arbetsgruppens rahoittajan taloushallinnon steering working group
  paatoteuttajan osatoteuttajan yrityksen yhdistyksen kunnan taloudellinen hallinnollinen paa ja tai seka toinen ensimmainen 1 2 3 virallinen
  projektets projekt sokandens sokande organisation organisationens i hos for och for av
  the of in for and project projects applicant applicants organisation organization s person persons henkilo henkilon`.split(
    /\s+/,
  );
/** What alone asks for an address or a number, of whomever. */
const ALONE: Readonly<Record<'email' | 'phone', RegExp>> = {
  email: /^(?:sahkoposti\w*|s posti|sposti|e mail|email|e post\w*|epost\w*)$/,
  phone:
    /^(?:puhelin\w*|puh|puh nro|gsm\w*|matkapuhelin\w*|telefon\w*|tfn|phone(?: number)?|tel|mobil\w*|vaihde|vaxel)$/,
};
/** What asks for a part of a person's name, of whomever. */
const NAME_ALONE =
  /^(?:(?:(?:ja |och |and )?(?:sukunimi|etunimi|etunimet|efternamn|fornamn|surname|last name|first name|family name|given name)(?: |$))+|nimenselvennys|namnfortydligande|(?:nimi|namn|name)(?: ja| och| and)? (?:asema\w*|titteli|tehtava\w*|virka\w*|puhelin\w*|sahkoposti\w*|title|position|role|phone|e ?mail|titel|befattning|stallning|roll|telefon\w*|e ?post\w*))$/;
/** Labels whose value is named after people and is none: a project, a beneficiary (which has rules of its own), a place. */
const NAMED_THING =
  /\b(?:(?:hank|projekt|project)\w*(?: \w+)* ?(?:\w*nimi|namn|name|title|otsikko|rubrik|lyhenne|tunnus|akronyymi|acronym)|hakij|toteuttaj|tuensaaj|saaj|organisaati|yrity|yhdisty|koulu(?!tta)|katu|osoite|sokand|stodmottag|applicant|beneficiar|implement|organi[sz]ation|foretag|company|partner|kumppan|title|otsikko|rubrik|saatio|stiftelse|kirja|teos|lahde|source|kunta|kunnat|kommun|municipal|maakun|alue|paikka|plats|place)|(?:^| )(?:hanke|projekti|projekt|project)$|^(?:name of project|namn pa projekt)$/;

/** Whether a label that no table has can have a person as its value: short, and not the name of another thing. */
export function canNamePerson(label: string): boolean {
  if (label.length > LONGEST_UNKNOWN) return false;
  const words = labelWords(label);
  return words.length > 0 && words.length <= 4 && !NAMED_THING.test(words.join(' '));
}

const TEAM =
  `projektitiimi projektiryhma hanketiimi hankeryhma projektityoryhma hanketyoryhma projektihenkilosto hankehenkilosto projektitiimin jasenet
  projektiryhman jasenet hanketiimin jasenet projektin henkilosto hankkeen henkilosto hankkeen tyontekijat projektin tyontekijat hanketyontekijat projektityontekijat hankkeen tiimi
  projektin tiimi tiimin jasenet projektivaki hankevaki hankkeen tekijat projektin tekijat projektteamets medlemmar projektteam projektteamet projektgrupp projektgruppen projektpersonal projektets personal project team team members project group project staff`
    .split(/\n/)
    .flatMap((line) =>
      line
        .trim()
        .split(/ (?!jasenet|henkilosto|tyontekijat|tekijat|tiimi|personal|team|medlemmar|members|group|staff)/),
    );
const GROUP =
  `ohjausryhma ohjausryhman jasenet ohjausryhman kokoonpano styrgrupp styrgruppen styrgruppens medlemmar steering group steering committee tyoryhma
  tyoryhman jasenet henkilosto henkilokunta hankehenkilokunta tekijat tiimi ydintiimi arbetsgrupp arbetsgruppen personal team our team the team staff our staff
  kysy lisaa upplysningar forfragningar enquiries inquiries
  lisatietoja lisatiedot lisatietoja antaa tiedustelut yhteydenotot yhteystiedot ilmoittautumiset kontaktuppgifter mer information further information allekirjoitus`.split(
    /\s+(?!jasenet|kokoonpano|medlemmar|group|committee|antaa|information|lisaa|(?<=our |the )team|(?<=our )staff)/,
  );

/** What tells whom to ask. */
const ASKING =
  /^(?:lisatie\w+ (?:hank|projekt)\w+(?: anta\w+| antoi\w*)?|lisatie\w+ (?:anta|anto)\w+|(?:mera?|narmare|ytterligare|vidare) information(?: om projektet)?(?: ges av| ger)?|tillaggsuppgifter(?: ges av| ger)?|(?:for )?(?:more|further|additional) information(?: please)?(?: contact)?|ota yhteytta|ottakaa yhteytta|(?:steering|project) (?:group|committee|board) members|(?:ohjaus|projekti|hanke|johto|tyo)ryhma\w* (?:jaseni\w+ )?(?:ovat|olivat|kuuluvat|kuuluivat)(?: mukana)?)$/;

/** What stands above a signature. */
const CLOSING =
  /^(?:(?:(?:ystavallisin|parhain) )?terveisin|kunnioittaen|(?:(?:med )?vanliga? )?halsning(?:ar)?|(?:(?:best|kind) )?regards|(?:yours )?sincerely)$/;

/** Longer lines are no labels. In characters. */
const LONGEST_LABEL = 80;
const LONGEST_LABEL_IN_WORDS = 8;
/** Of a label that no table has. In characters. */
const LONGEST_UNKNOWN = 40;
/** Letters of a word for one slip of the pen, and for two. */
const ONE_SLIP = 5;
const TWO_SLIPS = 9;

/** `valmisteleva`, `laatima`, `presented` are no slips of the pen for who does it. */
const PARTICIPLE = /(?:v(?:a|at|an|aa|assa|alla|aksi)|m(?:a|at|an|aa|assa|alla)|ed|ing)$/;
const DOER = /(?:ja|er|or)$/;

const isLike = (word: string, known: string): boolean => {
  if (word === known) return true;
  if (DOER.test(known) && PARTICIPLE.test(word)) return false;
  const slips = known.length >= TWO_SLIPS ? 2 : known.length >= ONE_SLIP ? 1 : 0;
  if (slips === 0 || Math.abs(word.length - known.length) > slips + 5) return false;
  if (word.startsWith(known) && known.length >= ONE_SLIP) return true;
  // The end may be inflected: the beginning is compared too.
  return (
    distance(word, known) <= slips ||
    (word.length > known.length && slips > 0 && distance(word.slice(0, known.length), known) <= slips)
  );
};
const isAny = (word: string, known: readonly string[]): boolean => known.some((one) => isLike(word, one));

/** What a word of a label can be. */
interface LabelWord {
  readonly isPerson: boolean;
  readonly isOther: boolean;
  /** A word of a team's or a group's label. */
  readonly isOfTeam: boolean;
  readonly attributes: ReadonlySet<keyof typeof ATTRIBUTES>;
}
const TEAM_WORDS = [...new Set([...TEAM, ...GROUP].flatMap((label) => label.split(' ')))];
/** Words come back, in other lines and other documents. */
const known = new Map<string, LabelWord>();
const MOST_KNOWN = 20_000;

function readWord(word: string): LabelWord {
  const before = known.get(word);
  if (before !== undefined) return before;
  if (known.size >= MOST_KNOWN) known.clear();
  const kinds = ['role', 'email', 'phone', 'name'] as const;
  const read: LabelWord = {
    isPerson: isAny(word, PERSON),
    isOther: isAny(word, OTHER),
    isOfTeam: isAny(word, TEAM_WORDS),
    attributes: new Set(kinds.filter((kind) => isAny(word, ATTRIBUTES[kind]))),
  };
  known.set(word, read);
  return read;
}

/** A label's words: without bullets, numbers, marks and brackets; `contactName` and `contact-name` are two words. */
export function labelWords(label: string): string[] {
  const plain = normalise(label)
    .text.replaceAll(/(\p{Ll})(?=\p{Lu})/gu, '$1 ')
    .replaceAll(/\([^)]{0,40}\)/g, ' ');
  return fold(plain)
    .replaceAll(/(?<![a-z])yht\W{0,2}(?=hlo|henkilo)/g, 'yhteys')
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== '' && !/^\d+$|^[a-h]$/.test(word));
}

/** What a label asks for, when it is about a person; `undefined` for every other one. */
export function classifyLabel(label: string): PersonLabel | undefined {
  if (label.length > LONGEST_LABEL) return undefined;
  const words = labelWords(label);
  if (words.length === 0 || words.length > LONGEST_LABEL_IN_WORDS) return undefined;
  const joined = words.join(' ');
  const read = words.map(readWord);
  const isSame = (known: string): boolean => {
    const parts = known.split(' ');
    return parts.length === words.length && parts.every((part, index) => isLike(words[index] ?? '', part));
  };
  if (read.every(({ isOfTeam }) => isOfTeam)) {
    if (TEAM.some(isSame)) return { kind: 'team', isKnown: true };
    if (GROUP.some(isSame)) return { kind: 'group', isKnown: true };
  }
  if (CLOSING.test(joined) || ASKING.test(joined)) return { kind: 'group', isKnown: true };
  if (NAME_ALONE.test(joined)) return { kind: 'name', isKnown: true };
  for (const kind of ['email', 'phone'] as const) if (ALONE[kind].test(joined)) return { kind, isKnown: true };
  if (!read.some(({ isPerson }) => isPerson)) return undefined;
  const kinds = (['role', 'email', 'phone', 'name'] as const).filter((kind) =>
    read.some(({ isPerson, attributes }) => !isPerson && attributes.has(kind)),
  );
  const isKnown = read.every(({ isPerson, isOther, attributes }) => isPerson || isOther || attributes.size > 0);
  // `Yhteyshenkilön nimi, puhelin ja sähköposti`: the name comes first.
  const isOfName = words.some((word) => /^(?:nimi|namn|name)/.test(word)) && !kinds.includes('role');
  return { kind: isOfName ? 'name' : (kinds.find((kind) => kind !== 'name') ?? 'name'), isKnown };
}
