const MOST = 20_000;
/** A piece of a text that is longer than this may be a view of it, which would be kept alive with the piece. */
const LONGEST_COPY = 12;

/** The same characters, of no other text's memory: what is joined is written anew as soon as it is cut. */
export function ownCopy(text: string): string {
  return text.length <= LONGEST_COPY ? text : ` ${text}`.slice(1);
}

/** `make`, which must depend on nothing but the text, asked once for texts that come again and again. */
export function remember<T>(make: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const own = ownCopy(text);
    const made = make(own);
    if (known.size >= MOST) known.clear();
    known.set(own, made);
    return made;
  };
}
