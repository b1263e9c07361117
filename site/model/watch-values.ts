import { hash } from 'node:crypto';

type Method = (...args: readonly unknown[]) => unknown;
export const isMethod = (value: unknown): value is Method => typeof value === 'function';
export const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/**
 * Digests of values, each object's once.
 * @param projects rows that stand in many lists
 */
export function createDigest(projects: readonly object[]): (value: unknown) => string {
  const rows = new WeakSet(projects);
  const known = new WeakMap<object, string>();
  const shorten = (text: string): string => hash('sha256', text, 'base64url').slice(0, 22);
  const digest = (value: unknown): string => {
    if (!isObject(value)) return shorten(value === undefined ? '' : JSON.stringify(value));
    const found = known.get(value) ?? shorten(write(value));
    known.set(value, found);
    return found;
  };
  const write = (root: object): string => {
    // Known before all that stands before it is written.
    if (Object.values(root).some(isMethod)) throw new Error('a function has no digest');
    return JSON.stringify(root, (_key, value: unknown) => {
      if (isMethod(value)) throw new Error('a function has no digest');
      if (typeof value === 'number' && !Number.isFinite(value)) throw new Error('no number, no digest');
      if (value instanceof Map || value instanceof Set) return digest([...value]);
      if (!isObject(value) || value === root) return value;
      return Array.isArray(value) || rows.has(value) ? digest(value) : value;
    });
  };
  return digest;
}

/** The same object with some properties noted when they are read. */
export function watch<Value extends object>(value: Value, isFree: (name: string) => boolean, note: () => void): Value {
  const copy = { ...value };
  for (const [name, own] of Object.entries(value)) {
    if (isFree(name)) continue;
    const get = (): unknown => {
      note();
      return own;
    };
    Object.defineProperty(copy, name, { get, enumerable: true });
  }
  return copy;
}
