/** What several threads make together: who takes what, and how far they are. Their counters lie in memory that all of them see. */
export interface Queue {
  /** Takes so many pages of the list. @returns position of the first; beyond every list once the work is stopped */
  take(count: number): number;
  /** Throws once the work is stopped: nothing more is to be written. */
  countPage(): void;
  /** Tells all threads to make nothing more. */
  stop(): void;
  beginPictures(count: number): void;
  countPicture(): void;
  /** How far all of them are. */
  look(): { readonly made: number; readonly pictures: number; readonly drawn: number };
}

const [NEXT, MADE, PICTURES, DRAWN, STOPPED] = [0, 1, 2, 3, 4];
const COUNTERS = 5;

export function createCounters(): SharedArrayBuffer {
  return new SharedArrayBuffer(COUNTERS * Int32Array.BYTES_PER_ELEMENT);
}

export function openQueue(counters = createCounters()): Queue {
  const numbers = new Int32Array(counters);
  const isStopped = (): boolean => Atomics.load(numbers, STOPPED) > 0;
  return {
    take: (count) => (isStopped() ? Infinity : Atomics.add(numbers, NEXT, count)),
    countPage() {
      if (isStopped()) throw new Error('the work was stopped');
      Atomics.add(numbers, MADE, 1);
    },
    stop() {
      Atomics.store(numbers, STOPPED, 1);
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
