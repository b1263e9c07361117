/**
 * The values that flow through the pipeline, in flow order:
 * `SourceFile` → `Entry` → `Project` → `LocatedProject` → rows of tables → files.
 * Fields are declared in the JSON Schemas under `schemas/`; the types here derive from them.
 */
import type { WithCents } from './cents.ts';
import type { ProjectArea, StatedArea } from './area.ts';
import type { Issue, Place } from './issue.ts';
import type { Person } from './person.ts';
import type { Clean } from './redacted.ts';
import type { Partners, Projects, Redactions, Sections, Sustainability } from './schema-types.ts';

/** One file of a documents folder, as read. */
export interface SourceFile {
  /** Path relative to its documents folder, NFC, with `/`. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Hexadecimal SHA-256 of the bytes. */
  readonly sha256: string;
  /** ISO date on which the document was saved, from `sources.json`. */
  readonly retrieved?: string;
  readonly sourceUrl?: string;
}

/** The document families; each is a folder of `parse/`. */
export type FamilyName = Projects['family'];

/** Fields of a project that a document states, money in cents. */
export type Fields = WithCents<
  Omit<Projects, 'project_id' | 'family' | 'source_document' | 'source_sha256' | 'source_url' | 'source_retrieved'>
>;
export type FieldName = keyof Fields;

/** Fields that hold any text, as the document has it: a reader of words may set these, but no number, flag or code. */
export type TextFieldName = {
  [K in FieldName]-?: string extends Fields[K] ? K : never;
}[FieldName];

/** Names of the fields that are stated, in the order in which they were. */
export function listFieldNames(fields: Fields): FieldName[] {
  return Object.keys(fields) as FieldName[];
}

/** Classes of withheld personal data, counted in `redactions.json`; the values are never kept. */
export type WithheldClass = Redactions['classes'][number]['class'];

/** The unit of the pipeline: one page, or one row of a list. Nothing in it is withheld data. */
export interface Entry {
  readonly document: string;
  readonly sha256: string;
  readonly retrieved?: string;
  readonly sourceUrl?: string;
  readonly family: FamilyName;
  /** Higher wins where several documents describe one project. */
  readonly rank: number;
  readonly projectId: string;
  /** Where the entry begins in its document. */
  readonly place: Place;
  readonly fields: Fields;
  readonly partners: readonly Omit<Partners, 'project_id'>[];
  readonly sections: readonly Omit<Sections, 'project_id'>[];
  readonly sustainability: readonly Omit<Sustainability, 'project_id'>[];
  readonly areas: readonly StatedArea[];
  /** Place of each value: key = field name, or `partners/1/name`, `sections/2/text`, `sustainability/wellbeing/direct`. */
  readonly origins: Readonly<Record<string, Place>>;
  /** Values that the document states again elsewhere, for the rule that compares them. */
  readonly restated: readonly Restated[];
  readonly withheld: Readonly<Partial<Record<WithheldClass, number>>>;
  /** Where a label withholds its value, for the publisher's eyes alone (`check --withheld`); the value itself is not kept. */
  readonly withheldAt: readonly { readonly kind: WithheldClass; readonly place: Place }[];
  /** Whom the document names, for the redactor alone: they are published nowhere. */
  readonly persons: readonly Person[];
  /** Those of them that are still to be withheld from its own texts. */
  readonly unwithheld: readonly Person[];
}

/** A field's value at a second place of the same document. */
export interface Restated {
  readonly field: FieldName;
  readonly value: NonNullable<Fields[FieldName]>;
  readonly place: Place;
}

/** What one document gave: its valid entries, and the issues of all that happened to it. */
export interface DocumentEntries {
  readonly entries: readonly Entry[];
  /** Each error stands for an entry that was left out. */
  readonly issues: readonly Issue[];
  /** Hexadecimal SHA-256 of the document's bytes, where they were read from a folder and could be. */
  readonly sha256?: string;
}

/** Where a published value came from: an index into `Project.sources` and a place there. */
export interface Origin extends Place {
  readonly source: number;
}

export interface ProjectSource {
  readonly document: string;
  readonly sha256: string;
  readonly retrieved?: string;
}

/** One project, from one or several entries; `sources[0]` is the document that won. */
export interface Project {
  readonly projectId: string;
  readonly family: FamilyName;
  readonly sourceUrl?: string;
  readonly sources: readonly ProjectSource[];
  readonly fields: Fields;
  readonly partners: Entry['partners'];
  readonly sections: Entry['sections'];
  readonly sustainability: Entry['sustainability'];
  readonly areas: readonly StatedArea[];
  /** The source index of `areas`. */
  readonly areasSource: number;
  readonly origins: Readonly<Record<string, Origin>>;
  /** The beneficiary is a natural person: nothing says where they are but an area of NUTS 2 or a larger one. */
  readonly isNaturalPerson?: boolean;
}

export interface LocatedProject extends Clean<Project> {
  /** Sorted by role (target first), level (municipality, sub_region, region, country), code. */
  readonly located: readonly ProjectArea[];
}
