import { setFlagsFromString } from "node:v8";

/** Bytes of bytecode a function runs between two looks at whether to optimise it; V8's own number is 135,168. */
const PATIENCE = 400_000;

/**
 * Has V8 optimise functions later. Reading articles is some hundreds of functions that meet new kinds of values for a
 * while, and each time V8 throws away what it compiled and compiles anew: that took 30 % of the processor's time of
 * 1,000 articles, and now takes 15 %. And has it compile expressions to machine code at once: there are hundreds that
 * every article needs, and each was compiled to bytecode first, which took 3 % of the time of 700 articles. For the whole
 * process, its threads included; a V8 without these settings says so on standard error and goes on.
 */
export function compileLate(): void {
  setFlagsFromString(`--interrupt-budget=${PATIENCE}`);
  setFlagsFromString("--no-regexp-tier-up");
}
