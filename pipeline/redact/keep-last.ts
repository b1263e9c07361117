import type { NameRegister } from './register.ts';

/** A reader of texts. */
type Read<T> = (text: string, register: NameRegister) => readonly T[];

/** The same reader, which keeps what it made of its last text: a page is looked through for who is named in it, then for what is withheld. */
export function keepLast<T>(read: Read<T>): Read<T> {
  let last: { readonly text: string; readonly register: NameRegister; readonly made: readonly T[] } | undefined;
  return (text, register) => {
    if (last?.text !== text || last.register !== register) last = { text, register, made: read(text, register) };
    return last.made;
  };
}
