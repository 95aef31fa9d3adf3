/** Elements that no reader reads, or that hold text alone: left open they would swallow what follows them. */
const SWALLOWING = "svg|math|select|option|textarea|title";
const PRESENT = new RegExp(`<(?:${SWALLOWING})\\b`, "i");
/** A tag of one of them; without `>` before the next tag it is not written to its end. */
const TAG = new RegExp(`<(/?)(${SWALLOWING})\\b(?:[^<>"']|"[^"]{0,2000}"|'[^']{0,2000}')*(/?>)?`, "gi");

/**
 * The page with nothing swallowed by an element that is never closed: its tag is left out, a title ends where the
 * next tag begins, and a tag that was never written to its end stands as its words. One pass.
 */
export function withoutUnclosed(html: string): string {
  if (!PRESENT.test(html)) return html;
  const open = new Map<string, { at: number; end: number }[]>();
  const edits: { from: number; to: number; words: string }[] = [];
  for (const { 0: tag, 1: slash, 2: written = "", 3: close, index } of html.matchAll(TAG)) {
    const name = written.toLowerCase();
    const stack = open.get(name) ?? [];
    open.set(name, stack);
    if (close === undefined) edits.push({ from: index, to: index + 1, words: "&lt;" });
    else if (slash === "/") stack.pop();
    else if (!tag.endsWith("/>") || !/^(?:svg|math)$/.test(name)) stack.push({ at: index, end: index + tag.length });
  }
  for (const [name, stack] of open)
    for (const { at, end } of stack) {
      if (name !== "title") edits.push({ from: at, to: end, words: " " });
      else {
        const next = html.indexOf("<", end);
        const close = next < 0 ? html.length : next;
        edits.push({ from: close, to: close, words: "</title>" });
      }
    }
  if (edits.length === 0) return html;
  let done = 0;
  let result = "";
  for (const { from, to, words } of edits.sort((a, b) => a.from - b.from)) {
    result += html.slice(done, from) + words;
    done = Math.max(done, to);
  }
  return result + html.slice(done);
}
