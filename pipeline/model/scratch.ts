/** Bytes that are written and read again anywhere, outside memory, until they are given back. Offsets and sizes in bytes. */
export interface Scratch {
  /** @returns how many there were to be read */
  readonly read: (into: Uint8Array, at: number) => number;
  readonly write: (from: Uint8Array, at: number) => void;
  readonly truncate: (size: number) => void;
  readonly size: () => number;
  readonly close: () => void;
}
