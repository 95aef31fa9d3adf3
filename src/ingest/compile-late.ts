import { setFlagsFromString } from "node:v8";

/** Bytes of bytecode a function runs between two looks at whether to optimise it; about six times V8's own number. */
const PATIENCE = 400_000;
/** Bytes of bytecode of others that a function which is optimised takes into itself; V8's own number is 920. */
const MOST_INLINED = 100;

/**
 * Has V8 compile less. Reading articles is some hundreds of functions that meet new kinds of values for a while, and each
 * time V8 throws away what it compiled and compiles anew. Optimising later brought that from 30 % of the processor's time
 * of 1,000 articles to 15 %; optimising smaller pieces takes 3 % off the time of 3,000 and of 9,000. For the whole process,
 * its threads included; a V8 without these settings says so on standard error and goes on.
 *
 * Only limits that V8 reads anew each time may be set here. A setting that decides how compiled code is run must not be
 * changed in a running process: with `--no-regexp-tier-up` set late, an expression used before crashes it when used again.
 */
export function compileLate(): void {
  setFlagsFromString(`--interrupt-budget=${PATIENCE}`);
  setFlagsFromString(`--max-inlined-bytecode-size-cumulative=${MOST_INLINED}`);
}
