import type { Person } from '../model/person.ts';
import type { LabelKind } from './labels.ts';
import type { Span } from './span.ts';

/** A line whose label asks for a person, and its value, which may stand on the next lines. */
export interface Contact {
  readonly kind: LabelKind;
  /** `false` where the label only looks like a person's. */
  readonly isKnown: boolean;
  /** Of the value, without the spaces around it; empty where there is none. */
  readonly value: Span;
  readonly persons: readonly Person[];
}
