/** What several threads make together: who takes what, and how far they are. Their counters lie in memory that all of them see. */
export interface Queue {
  /** Takes so many pages of the list. @returns position of the first */
  take(count: number): number;
  countPage(): void;
  beginPictures(count: number): void;
  countPicture(): void;
  /** How far all of them are. */
  look(): { readonly made: number; readonly pictures: number; readonly drawn: number };
}

const [NEXT, MADE, PICTURES, DRAWN] = [0, 1, 2, 3];
const COUNTERS = 4;

export function createCounters(): SharedArrayBuffer {
  return new SharedArrayBuffer(COUNTERS * Int32Array.BYTES_PER_ELEMENT);
}

export function openQueue(counters = createCounters()): Queue {
  const numbers = new Int32Array(counters);
  return {
    take: (count) => Atomics.add(numbers, NEXT, count),
    countPage() {
      Atomics.add(numbers, MADE, 1);
    },
    beginPictures(count) {
      Atomics.store(numbers, PICTURES, count);
    },
    countPicture() {
      Atomics.add(numbers, DRAWN, 1);
    },
    look: () => ({
      made: Atomics.load(numbers, MADE),
      pictures: Atomics.load(numbers, PICTURES),
      drawn: Atomics.load(numbers, DRAWN),
    }),
  };
}
