import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";

/** What one process took. */
export interface Cost {
  /** From start to exit, as seen from outside. */
  readonly wall: number;
  /** Processor seconds, all threads: what stays the same when others use the machine. */
  readonly cpu: number;
  /** Largest resident memory, MB. */
  readonly peakMb: number;
}

/** What a stage tells of itself on the last line of its output. */
export interface StageReport {
  /** The work alone: without starting Node.js and loading modules. */
  readonly seconds: number;
  /** Of the whole process. */
  readonly cpu: number;
  readonly peakMb: number;
}

const MOST_OUTPUT = 64 * 2 ** 20;

/** Runs this program again for one stage, so that memory and caches of one stage do not help or burden the next. */
export async function runStageInChild(stage: string, content: string, output: string): Promise<StageReport & Cost> {
  const script = process.argv[1] as string;
  const started = performance.now();
  const stdout = await run(process.execPath, [script, "--stage", stage, "--content", content, "--output", output]);
  const wall = (performance.now() - started) / 1000;
  const report = JSON.parse(stdout.trimEnd().split("\n").at(-1) ?? "") as StageReport;
  return { ...report, wall };
}

/** Runs a command to its end; memory and processor time are looked at while it runs, where /proc tells them (Linux). */
export async function runCommand(command: string, args: readonly string[], cwd: string): Promise<Cost> {
  let [peak, ticks] = [0, 0];
  const started = performance.now();
  await run(command, args, cwd, (pid) => {
    const timer = setInterval(async () => {
      const read = (name: string) => readFile(`/proc/${pid}/${name}`, "utf8").catch(() => "");
      // Both only grow: what is missed is the growth after the last look.
      peak = Math.max(peak, Number(/^VmHWM:\s+(\d+) kB/m.exec(await read("status"))?.[1] ?? 0));
      const [utime = "0", stime = "0"] = (await read("stat")).split(") ").at(-1)?.split(" ").slice(11, 13) ?? [];
      ticks = Math.max(ticks, Number(utime) + Number(stime));
    }, 20);
    return () => clearInterval(timer);
  });
  return { wall: (performance.now() - started) / 1000, cpu: ticks / TICKS_A_SECOND, peakMb: peak / 1024 };
}

/** USER_HZ, the same on all of Linux's common platforms. */
const TICKS_A_SECOND = 100;

function run(
  command: string,
  args: readonly string[],
  cwd?: string,
  watch?: (pid: number) => () => void,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const options = { encoding: "utf8" as const, maxBuffer: MOST_OUTPUT, ...(cwd && { cwd }) };
    const child = execFile(command, args, options, (error, stdout, stderr) => {
      stop?.();
      if (error) reject(new Error(`${command} ${args.join(" ")}\n${stderr.trim() || stdout.trim() || error.message}`));
      else resolve(stdout);
    });
    const stop = child.pid === undefined ? undefined : watch?.(child.pid);
  });
}

/** Version line of a command, or undefined when it is not on the PATH. */
export function versionOf(command: string): Promise<string | undefined> {
  return run(command, ["version"]).then(
    (stdout) => stdout.split("\n")[0]?.trim(),
    () => undefined,
  );
}
