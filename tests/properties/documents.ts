import fc from 'fast-check';
import type { FamilyName, SourceFile } from '../../pipeline/model/project.ts';
import { euraList, writeEuraList } from '../demo/eura-list.ts';
import { eura2021List, writeEura2021List } from '../demo/eura2021-list.ts';
import { eura2014Page, writeEura2014Page } from '../demo/eura2014-page.ts';
import { handWritten, writeHandWritten } from '../demo/hand-written.ts';
import type { Person } from '../demo/persons.ts';
import type { Places } from '../demo/places.ts';
import { projectCard, writeProjectCard } from '../demo/project-card.ts';

/** A document as text, and whom it names. */
export interface Written {
  readonly family: FamilyName;
  readonly path: string;
  readonly text: string;
  readonly persons: readonly Person[];
}

/** Documents of each family, as their programs write them. */
export const createDocuments = (places: Places): Readonly<Record<FamilyName, fc.Arbitrary<Written>>> => ({
  eura2014: eura2014Page(places).map((page) => ({
    family: 'eura2014',
    path: 'hankkeet/kuvaus.txt',
    text: writeEura2014Page(page),
    persons: page.contact === undefined ? [] : [page.contact],
  })),
  'project-card': projectCard(places).map((card) => ({
    family: 'project-card',
    path: 'hankkeet/kortti.txt',
    text: writeProjectCard(card),
    persons: card.team,
  })),
  'eura-list': euraList(places).map((list) => ({
    family: 'eura-list',
    path: 'listat/lista.csv',
    text: writeEuraList(list),
    persons: [],
  })),
  'eura2021-list': eura2021List(places).map((list) => ({
    family: 'eura2021-list',
    path: 'listat/uusi.csv',
    text: writeEura2021List(list),
    persons: [],
  })),
  markdown: handWritten(places).map((facts) => ({
    family: 'markdown',
    path: 'muistiinpanot/hanke.md',
    text: writeHandWritten(facts),
    persons: facts.contact === undefined ? [] : [facts.contact],
  })),
});

export function toFile(name: string, content: string | Uint8Array): SourceFile {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return { path: name, bytes, sha256: 'a'.repeat(64) };
}
