/**
 * What `start` makes of the items, in their order, begun for `most` items before they are asked for, the first of
 * them at once.
 */
export function startAhead<T, R>(
  items: AsyncIterable<T> | Iterable<T>,
  start: (item: T) => R,
  most: number,
): AsyncIterable<R> {
  const iterator = Symbol.asyncIterator in items ? items[Symbol.asyncIterator]() : items[Symbol.iterator]();
  const started: R[] = [];
  let isDone = false;
  const fill = async () => {
    while (!isDone && started.length < most) {
      const next = await iterator.next();
      if (next.done) isDone = true;
      else started.push(start(next.value));
    }
  };
  const filling = fill();
  filling.catch(() => {});
  return {
    async *[Symbol.asyncIterator]() {
      await filling;
      for (;;) {
        const [first] = started;
        if (first === undefined) return;
        started.shift();
        yield first;
        await fill();
      }
    },
  };
}
