/** Numbers and texts one after another, as the files of the search have them (postings-format.ts). */

export function makeBytes() {
  let bytes = new Uint8Array(64);
  let length = 0;
  const room = (more: number) => {
    if (length + more <= bytes.length) return;
    const larger = new Uint8Array(Math.max(2 * bytes.length, length + more));
    larger.set(bytes);
    bytes = larger;
  };
  const number = (value: number) => {
    room(5);
    let rest = value;
    for (; rest > 127; rest = Math.floor(rest / 128)) bytes[length++] = (rest % 128) + 128;
    bytes[length++] = rest;
  };
  const raw = (some: Uint8Array) => {
    room(some.length);
    bytes.set(some, length);
    length += some.length;
  };
  return {
    /** Whole, from 0 to 2 ** 32. */
    number,
    raw,
    text: (text: string) => {
      const encoded = Buffer.from(text);
      number(encoded.length);
      raw(encoded);
    },
    length: () => length,
    take: () => bytes.slice(0, length),
    /** What there is until more is written. */
    view: () => bytes.subarray(0, length),
    clear: () => {
      length = 0;
    },
  };
}

export function readBytes(bytes: Uint8Array) {
  let at = 0;
  const number = () => {
    let value = 0;
    for (let unit = 1; ; unit *= 128) {
      const byte = bytes[at++] as number;
      value += (byte & 127) * unit;
      if (byte < 128) return value;
    }
  };
  const raw = (length: number) => {
    at += length;
    return bytes.subarray(at - length, at);
  };
  return { number, raw, text: () => Buffer.from(raw(number())).toString("utf8") };
}
