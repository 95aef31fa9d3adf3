/** Quiet time after the last change before work starts: an editor saves in several steps. */
const SETTLE_MS = 80;

export interface Loop<T> {
  /** Notes a change; work starts when no more come for a moment, or right after the work under way. */
  add(change: T): void;
  /** Resolves when nothing is under way and nothing waits. */
  idle(): Promise<void>;
}

/**
 * Runs `work` on changes, one run at a time: what comes together, or during a run, is handled by one
 * next run. A run that throws is told to `onError` and does not end the loop.
 */
export function createLoop<T>(
  work: (changes: ReadonlySet<T>) => Promise<void>,
  onError: (error: unknown) => void,
): Loop<T> {
  let waiting = new Set<T>();
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;

  const start = () => {
    timer = undefined;
    if (running || waiting.size === 0) return;
    const changes = waiting;
    waiting = new Set();
    running = work(changes)
      .catch(onError)
      .finally(() => {
        running = undefined;
        if (timer === undefined) start();
      });
  };

  return {
    add: (change) => {
      waiting.add(change);
      clearTimeout(timer);
      timer = setTimeout(start, SETTLE_MS);
    },
    idle: async () => {
      while (running || waiting.size > 0) await (running ?? new Promise((resolve) => setTimeout(resolve, SETTLE_MS)));
    },
  };
}
