/**
 * Finnish alphabetical order without the process's locale: letters as in the alphabet (å, ä, ö after z), foreign letters
 * beside the ones they are read as, case and punctuation ignored, digits before letters.
 */
const ALPHABET = ' 0123456789abcdefghijklmnopqrstuvwxyzåäö';
const READ_AS: Readonly<Record<string, string>> = {
  æ: 'ä',
  ø: 'ö',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ß: 'ss',
  þ: 'th',
  œ: 'oe',
  ü: 'y',
};

/** A key that orders by code units as the alphabet does. */
function makeKey(text: string): string {
  let key = '';
  for (const character of text.normalize('NFC').toLowerCase()) {
    const letters =
      READ_AS[character] ?? (ALPHABET.includes(character) ? character : character.normalize('NFD').charAt(0));
    for (const letter of letters) {
      const index = ALPHABET.indexOf(letter);
      if (index >= 0) key += String.fromCharCode(48 + index);
      else if (/\p{L}/u.test(letter)) key += letter;
    }
  }
  return key.replace(/^0+/, '');
}

/** The capital letter that a name is listed under; `#` for what begins with no letter of the alphabet. */
export function findInitial(name: string): string {
  const index = makeKey(name).charCodeAt(0) - 48;
  const letter = index > 10 ? ALPHABET[index] : undefined;
  return letter?.toUpperCase() ?? '#';
}

/** Sorts a copy by name, then by a code that tells equal names apart. */
export function sortByName<T>(items: readonly T[], nameOf: (item: T) => string, codeOf: (item: T) => string): T[] {
  return items
    .map((item) => ({ item, key: makeKey(nameOf(item)), code: codeOf(item) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.code < b.code ? -1 : 1))
    .map(({ item }) => item);
}
