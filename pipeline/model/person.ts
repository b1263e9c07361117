/** One person as documents name them, each word as written; which of two words is the surname may not be known: then it is in both. */
export interface Person {
  readonly first: readonly string[];
  readonly last: readonly string[];
}
