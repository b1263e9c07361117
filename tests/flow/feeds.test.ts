/** Feeds over five releases: nothing that somebody has read once changes its id or its date, or comes again as another. */
import { beforeAll, describe, expect, it } from 'vitest';
import { type Feeds, makeFeeds } from './make-feeds.ts';

/** What a reader keeps of an entry. */
interface Entry {
  readonly id: string;
  readonly title: string;
  readonly updated: string;
}

interface Feed {
  readonly id: string;
  readonly updated: string;
  /** Newest first. */
  readonly entries: readonly Entry[];
}

/** The release that an entry's id names. */
const releaseOf = ({ id }: Entry): string => /\/([\d.-]{10,})\//.exec(id)?.[1] ?? '';

function readFeed(text: string): Feed {
  const [head = '', ...entries] = text.split('<entry>');
  const read = (part: string, name: string): string => new RegExp(`<${name}>([^<]*)</${name}>`).exec(part)?.[1] ?? '';
  return {
    id: read(head, 'id'),
    updated: read(head, 'updated'),
    entries: entries.map((entry) => ({
      id: read(entry, 'id'),
      title: read(entry, 'title'),
      updated: read(entry, 'updated'),
    })),
  };
}

let releases: readonly Feeds[];
beforeAll(async () => {
  releases = await makeFeeds();
}, 600_000);

const readAll = (feeds: Feeds): Map<string, Feed> =>
  new Map([...feeds].map(([path, text]) => [path, readFeed(text)] as const));

describe('feeds of five releases', () => {
  it('are of the whole and of every area, in three languages', () => {
    for (const feeds of releases) {
      expect([...feeds.keys()]).toEqual([...releases[0]!.keys()]);
      expect(feeds.size).toBeGreaterThan(3 * 350);
      expect(feeds.size % 3).toBe(0);
    }
  });

  it('keep every entry as it was, and add what came in front of it', () => {
    for (const [index, feeds] of releases.slice(1).entries()) {
      const before = readAll(releases[index]!);
      for (const [path, { id, entries }] of readAll(feeds)) {
        const known = before.get(path)!;
        expect(id, path).toBe(known.id);
        expect(entries.slice(entries.length - known.entries.length), path).toEqual(known.entries);
      }
    }
  });

  it('tell what was added, changed and removed, where it happened', () => {
    const titles = (path: string) => readFeed(releases.at(-1)!.get(path)!).entries.map(({ title }) => title);
    expect(titles('syotteet/muutokset.xml')).toEqual([
      'Poistettu: Käsin &amp; &lt;kirjoitettu&gt;',
      'Muuttunut: Uusi nimi',
      'Poistettu: Osallisuuden askeleet työllistymispoluille',
      'Muuttunut: Käsin &amp; &lt;kirjoitettu&gt;',
      'Muuttunut: Hyvinvointia yhteistyöllä Meri-Lapissa',
      'Lisätty: Käsin &amp; &lt;kirjoitettu&gt;',
    ]);
    expect(titles('syotteet/kunnat/240.xml')).toContain('Lisätty: Käsin &amp; &lt;kirjoitettu&gt;');
    expect(titles('syotteet/kunnat/091.xml')).toEqual([]);
  });

  it('have no id twice, and the same entry under the same id in every feed of a language', () => {
    const seen = new Map<string, string>();
    const feedIds = new Set<string>();
    for (const [path, { id, entries }] of readAll(releases.at(-1)!)) {
      const ids = [id, ...entries.map((entry) => entry.id)];
      expect(new Set(ids).size, path).toBe(ids.length);
      expect(feedIds.has(id), path).toBe(false);
      feedIds.add(id);
      for (const entry of entries) {
        expect(seen.get(entry.id) ?? entry.title, entry.id).toBe(entry.title);
        seen.set(entry.id, entry.title);
      }
    }
    expect(seen.size).toBe(3 * 6);
  });

  it('are dated by their newest entry, which never lies before an older one', () => {
    for (const [path, { updated, entries }] of readAll(releases.at(-1)!)) {
      const dates = entries.map((entry) => entry.updated);
      expect(dates, path).toEqual(dates.toSorted().reverse());
      expect(updated, path).toBe(dates[0] ?? updated);
      // Two releases of a day are two times.
      const times = new Map(entries.map((entry) => [releaseOf(entry), entry.updated]));
      expect(new Set(times.values()).size, path).toBe(times.size);
    }
  });
});
