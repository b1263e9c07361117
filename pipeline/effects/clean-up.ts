/** What has to be given back however the process ends: temporary folders, half-made outputs, locks. */
const waiting = new Set<() => void>();

/** In the numbers of the shell: 128 and the signal's own. */
const STATUS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/**
 * Runs a callback when the process is asked to end (Ctrl-C, a service manager, a closed terminal).
 * @returns what to call when there is nothing to give back any more
 */
export function onEnd(callback: () => void): () => void {
  if (waiting.size === 0) for (const signal of signals()) process.on(signal, end);
  waiting.add(callback);
  return () => {
    waiting.delete(callback);
    if (waiting.size === 0) for (const signal of signals()) process.off(signal, end);
  };
}

const signals = (): (keyof typeof STATUS)[] => ['SIGINT', 'SIGTERM', 'SIGHUP'];

function end(signal: NodeJS.Signals): void {
  // The last first: a lock is given back after what it guards.
  for (const callback of [...waiting].reverse()) {
    try {
      callback();
    } catch {
      // The next command clears away what could not be given back.
    }
  }
  process.exit(signal in STATUS ? STATUS[signal as keyof typeof STATUS] : 1);
}
