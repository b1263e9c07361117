declare const mark: unique symbol;

/**
 * Text that may leave: it has passed the redactor, or is our own vocabulary. Only `redactor.ts` makes one, so that the compiler sees a
 * string that went round it.
 */
export type Redacted = string & { readonly [mark]: true };

/** Half-open span of UTF-16 offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
}
