/** Avalanche of MurmurHash3: every bit of the input reaches every bit of the result. */
function finish(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** 32 bits of a string's UTF-16 code units (FNV-1a, finished). Part of the model's format: it never changes. */
export function hashText(text: string, seed = 0x811c9dc5): number {
  let h = seed;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return finish(h);
}

/** Two hashes, in order, as one. */
export function join(a: number, b: number): number {
  return finish(Math.imul(a ^ 0x9e3779b9, 0x01000193) ^ Math.imul(b, 0x27d4eb2f));
}
