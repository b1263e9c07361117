declare const mark: unique symbol;

/**
 * Text that may leave the program: it has passed the redactor. Only `redact/redactor.ts` makes one (a test says so), so that the compiler
 * sees a string that went round it.
 */
export type Redacted = string & { readonly [mark]: true };

/** A value all of whose texts have passed the redactor; only `redact/` makes one. */
export type Clean<T> = T & { readonly [mark]: true };
