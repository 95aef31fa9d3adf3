// All hashes have 32 bits with sign, which Node keeps unboxed.

/** Avalanche of MurmurHash3: every bit of the input reaches every bit of the result. */
export function finish(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** 32 bits of a string's UTF-16 code units (FNV-1a, finished). Part of the model's format: it never changes. */
export function hashText(text: string, seed = 0x811c9dc5): number {
  return hashRange(text, 0, text.length, seed);
}

/** `hashText` of the units from `start` up to `end`. */
export function hashRange(text: string, start: number, end: number, seed = 0x811c9dc5): number {
  let h = seed;
  for (let i = start; i < end; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return finish(h);
}

/** Two hashes, in order, as one. */
export function join(a: number, b: number): number {
  return finish(mix(open(a), b));
}

/**
 * `join` in its three steps, `finish(mix(open(a), b))`; what it does with its first number is kept where many are joined
 * to the same one.
 */
export function open(a: number): number {
  return Math.imul(a ^ 0x9e3779b9, 0x01000193);
}

/** So short that the compiler puts it in its caller, however often. */
export function mix(opened: number, b: number): number {
  return opened ^ Math.imul(b, 0x27d4eb2f);
}

/** Sets the features of one template apart from those of the others. */
export function templateSeed(name: string): number {
  return hashText(`template ${name}`);
}
