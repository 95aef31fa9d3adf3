import { setFlagsFromString } from "node:v8";

/** Percent by which the heap may grow beyond what is alive before V8 looks what is not; its own number goes up to 300. */
const GROWTH = 40;

/**
 * Has V8 clear the heap before it is several times what is alive: of 10,000 articles some 450 MB are, and without this
 * 2 GB were taken. For the whole process, its threads included; a V8 without this setting says so on standard error and
 * goes on.
 */
export function growHeapSlowly(): void {
  setFlagsFromString(`--heap-growing-percent=${GROWTH}`);
}
