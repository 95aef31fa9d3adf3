/** Files of the index, and work that is done once. */

/** The work, done when it is first asked for and again only if it failed. */
export function once<T>(work: () => Promise<T>): () => Promise<T> {
  let done: Promise<T> | undefined;
  return () => {
    done ??= work();
    done.catch(() => {
      done = undefined;
    });
    return done;
  };
}

/** Does the work once for each key; what failed is done again. */
export function remember<A extends unknown[], T>(work: (...args: A) => Promise<T>, keyOf: (...args: A) => string) {
  const done = new Map<string, () => Promise<T>>();
  return (...args: A): Promise<T> => {
    const key = keyOf(...args);
    const known = done.get(key) ?? once(() => work(...args));
    done.set(key, known);
    return known();
  };
}

const MARK = 12;
/** Milliseconds after which a file is given up, so that the reader is told and can ask again. */
const PATIENCE = 60_000;

/** Text as the build packs it. Throws when the file is not there. */
export async function fetchPacked(url: string, options: RequestInit = {}): Promise<string> {
  return new TextDecoder().decode(await fetchBytes(url, options));
}

/** Gzip over twelve letters and the content; a server may have unpacked it already. */
export async function fetchBytes(url: string, options: RequestInit = {}): Promise<Uint8Array> {
  const response = await fetch(url, { signal: AbortSignal.timeout(PATIENCE), ...options });
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (bytes[0] !== 0x1f) return bytes.subarray(MARK);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer()).subarray(MARK);
}
