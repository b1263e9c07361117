/** Where a format writes to; text is UTF-8. */
export interface Sink {
  write: (chunk: string | Uint8Array) => void;
}

export interface WrittenFile {
  readonly bytes: number;
  readonly sha256: string;
}
