import { createGunzip } from "node:zlib";

/** Bytes as they come; a whole file is one chunk. */
export type ByteStream = AsyncIterable<Uint8Array>;

/** A compressed stream that stops or breaks before its end. What came before has been handed on. */
export class BrokenStream extends Error {}

/** More than a reader takes at once. */
export class TooMuch extends Error {}

export async function* streamOf(input: Uint8Array | ByteStream): AsyncGenerator<Uint8Array> {
  if (input instanceof Uint8Array) yield input;
  else yield* input;
}

/** The first bytes of a stream, at least `length` of them where there are so many, and the stream with them still in it. */
export async function peek(
  stream: AsyncGenerator<Uint8Array>,
  length: number,
): Promise<{ head: Uint8Array; stream: AsyncGenerator<Uint8Array> }> {
  const chunks: Uint8Array[] = [];
  let failure: unknown;
  for (let size = 0; size < length; ) {
    try {
      const { value, done } = await stream.next();
      if (done) break;
      chunks.push(value);
      size += value.length;
    } catch (error) {
      failure = error;
      break;
    }
  }
  async function* again() {
    yield* chunks;
    if (failure !== undefined) throw failure;
    yield* stream;
  }
  return { head: joinBytes(chunks), stream: again() };
}

/** All bytes of a stream; throws `TooMuch` beyond `limit`. */
export async function collect(stream: AsyncIterable<Uint8Array>, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > limit) throw new TooMuch(`more than ${limit} bytes`);
    chunks.push(chunk);
  }
  return joinBytes(chunks);
}

export function joinBytes(chunks: readonly Uint8Array[]): Uint8Array {
  return chunks.length === 1 ? (chunks[0] as Uint8Array) : Buffer.concat(chunks);
}

/**
 * Decompresses gzip, several members in a row too. Where the data stops or breaks, everything before is handed on
 * first and `BrokenStream` thrown then; a stream of Node's own drops what it still held.
 */
export async function* gunzip(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const inflate = createGunzip();
  let failure: Error | undefined;
  let out: Uint8Array[] = [];
  inflate.on("data", (chunk: Uint8Array) => out.push(chunk));
  const ended = new Promise<void>((resolve) => {
    inflate.on("end", resolve);
    inflate.on("error", (error) => {
      failure = error;
      resolve();
    });
  });
  const take = () => {
    const taken = out;
    out = [];
    return taken;
  };
  for await (const chunk of stream) {
    // Written in pieces, so that a file that swells a thousandfold never stands in memory as a whole.
    for (let start = 0; start < chunk.length && failure === undefined; start += 16_384) {
      const written = new Promise<void>((resolve) =>
        inflate.write(chunk.subarray(start, start + 16_384), () => resolve()),
      );
      await Promise.race([written, ended]);
      yield* take();
    }
    if (failure !== undefined) break;
  }
  if (failure === undefined) inflate.end();
  await ended;
  yield* take();
  if (failure !== undefined) throw new BrokenStream(failure.message);
}

export interface ByteLine {
  readonly bytes: Uint8Array;
  /** 1-based. */
  readonly number: number;
  /** True when the line is longer than the limit; `bytes` is then its beginning. */
  readonly isTooLong: boolean;
}

/** Lines of a stream without their line ends; of a line longer than `limit` only the beginning is kept. */
export async function* splitLines(stream: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<ByteLine> {
  let pieces: Uint8Array[] = [];
  let size = 0;
  let number = 1;
  const add = (piece: Uint8Array) => {
    if (size < limit) pieces.push(piece.subarray(0, limit - size));
    size += piece.length;
  };
  const line = (): ByteLine => {
    let bytes = pieces.length === 0 ? new Uint8Array() : joinBytes(pieces);
    if (bytes.at(-1) === 0x0d) bytes = bytes.subarray(0, -1);
    const found = { bytes, number: number++, isTooLong: size > limit };
    pieces = [];
    size = 0;
    return found;
  };
  for await (const chunk of stream) {
    let start = 0;
    for (let end = chunk.indexOf(0x0a); end >= 0; end = chunk.indexOf(0x0a, start)) {
      add(chunk.subarray(start, end));
      yield line();
      start = end + 1;
    }
    if (start < chunk.length) add(chunk.subarray(start));
  }
  if (size > 0) yield line();
}
