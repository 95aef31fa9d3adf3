import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";

/** What one command took, with the processes it started. */
export interface Cost {
  /** Seconds from start to exit, as seen from outside. */
  readonly wall: number;
  /** Processor seconds, all threads: what stays the same when others use the machine. */
  readonly cpu: number;
  /** Largest resident memory, MB; of several processes the sum of what each had at most. */
  readonly peakMb: number;
}

/** What a stage tells of itself on the last line of its output. */
export interface StageReport {
  /** The work alone, in seconds: without starting Node.js and loading modules. */
  readonly seconds: number;
  /** Processor seconds of this work. */
  readonly cpu: number;
  /** Processor seconds of the whole process. */
  readonly wholeCpu: number;
  readonly peakMb: number;
  /** Words it went over, where that is what counts. */
  readonly words?: number;
}

const MOST_OUTPUT = 64 * 2 ** 20;

/** Runs this program again for one stage, so that memory and caches of one stage do not help or burden the next. */
export async function runStageInChild(
  stage: string,
  content: string,
  output: string,
): Promise<{ readonly stage: Omit<StageReport, "wholeCpu">; readonly process: Cost }> {
  const script = process.argv[1] as string;
  const { wall, stdout, children } = await watch(process.execPath, [
    script,
    "--stage",
    stage,
    "--content",
    content,
    "--output",
    output,
  ]);
  const report = JSON.parse(stdout.trimEnd().split("\n").at(-1) ?? "") as StageReport;
  const peakMb = report.peakMb + children.peakMb;
  return {
    stage: {
      seconds: report.seconds,
      cpu: report.cpu + children.cpu,
      peakMb,
      ...(report.words !== undefined && { words: report.words }),
    },
    process: { wall, cpu: report.wholeCpu + children.cpu, peakMb },
  };
}

/** Runs a command to its end. Memory and processor time are 0 where there is no /proc. */
export async function runCommand(command: string, args: readonly string[], cwd: string): Promise<Cost> {
  const { wall, own, children } = await watch(command, args, cwd);
  return { wall, cpu: own.cpu + children.cpu, peakMb: own.peakMb + children.peakMb };
}

/** Version line of a command, or undefined when it is not on the PATH. */
export function versionOf(command: string): Promise<string | undefined> {
  return watch(command, ["version"]).then(
    ({ stdout }) => stdout.split("\n")[0]?.trim(),
    () => undefined,
  );
}

interface Watched {
  readonly wall: number;
  readonly stdout: string;
  readonly own: Usage;
  readonly children: Usage;
}

interface Usage {
  readonly cpu: number;
  readonly peakMb: number;
}

const LOOK_EVERY = 25;

/** Runs a command and looks at it and its children while they run; rejects with what it printed when it fails. */
function watch(command: string, args: readonly string[], cwd?: string): Promise<Watched> {
  const seen = new Map<number, Usage>();
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const options = { encoding: "utf8" as const, maxBuffer: MOST_OUTPUT, ...(cwd && { cwd }) };
    const child = execFile(command, args, options, (error, stdout, stderr) => {
      clearInterval(timer);
      if (error) {
        reject(new Error(`${command} ${args.join(" ")}\n${stderr.trim() || stdout.trim() || error.message}`));
        return;
      }
      const wall = (performance.now() - started) / 1000;
      const own = seen.get(child.pid ?? 0) ?? { cpu: 0, peakMb: 0 };
      seen.delete(child.pid ?? 0);
      const sum = (of: keyof Usage) => [...seen.values()].reduce((total, usage) => total + usage[of], 0);
      resolve({ wall, stdout, own, children: { cpu: sum("cpu"), peakMb: sum("peakMb") } });
    });
    const timer = setInterval(() => void look(child.pid, seen), LOOK_EVERY);
  });
}

/** USER_HZ, the same on all of Linux's common platforms. */
const TICKS_A_SECOND = 100;

/** Notes what a process and its descendants have used so far. All of it only grows: a look too few misses a little. */
async function look(pid: number | undefined, seen: Map<number, Usage>): Promise<void> {
  if (pid === undefined) return;
  const read = (name: string) => readFile(`/proc/${pid}/${name}`, "utf8").catch(() => "");
  const peakMb = Number(/^VmHWM:\s+(\d+) kB/m.exec(await read("status"))?.[1] ?? 0) / 1024;
  const [utime = "0", stime = "0"] = (await read("stat")).split(") ").at(-1)?.split(" ").slice(11, 13) ?? [];
  const cpu = (Number(utime) + Number(stime)) / TICKS_A_SECOND;
  const before = seen.get(pid) ?? { cpu: 0, peakMb: 0 };
  seen.set(pid, { cpu: Math.max(cpu, before.cpu), peakMb: Math.max(peakMb, before.peakMb) });
  for (const child of (await read(`task/${pid}/children`)).split(" ").filter(Boolean)) await look(Number(child), seen);
}
