import pc from "picocolors";
import { VFile } from "vfile";
import type { VFileMessage } from "vfile-message";
import { reporter } from "vfile-reporter";
import { byCodePoint, type Effects } from "./effects.ts";
import { severityOf } from "./messages.ts";

/** What a terminal needs of a stream and of the world; tests give their own. */
export interface Streams {
  readonly out: { write(text: string): unknown };
  readonly err: { write(text: string): unknown; readonly isTTY?: boolean; readonly columns?: number };
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Milliseconds; only for rates and durations shown to a person. */
  readonly now: () => number;
}

/** How often the progress line is rewritten on a terminal, and a long stage tells of itself elsewhere. */
const REDRAW_MS = 80;
const HEARTBEAT_MS = 30_000;
/** A build over a large archive may find thousands of things; `check` lists them all. */
const FILES_IN_FULL = 40;

interface Stage {
  readonly label: string;
  readonly since: number;
  done: number;
  total: number;
  drawn: number;
}

/** The person's view of one run. `finish` prints the problems and the summary and returns how many were fatal. */
export interface Terminal {
  readonly voice: Pick<Effects, "report" | "progress" | "log">;
  finish(summary: string | undefined, options?: { readonly all?: boolean }): number;
}

/**
 * Progress goes to `err` (one rewritten line on a terminal, plain lines elsewhere); log, problems and summary to `out`.
 * `atOnce`: each problem is told on a line when it is met and not kept, for a filter that may run for days.
 */
export function openTerminal({ out, err, env, now }: Streams, { atOnce = false } = {}): Terminal {
  const live = err.isTTY === true && env.TERM !== "dumb" && env.CI === undefined;
  const color = wantsColor(err.isTTY === true, env);
  const paint = pc.createColors(color);
  const problems: VFileMessage[] = [];
  const told = { fatal: 0, warning: 0, info: 0 };
  const tell = (message: VFileMessage) => {
    const severity = severityOf(message);
    told[severity]++;
    if (severity !== "info") out.write(`${formatProblemLine(message)}\n`);
  };
  let stage: Stage | undefined;

  const wipe = () => live && stage && err.write("\r\u001B[2K");
  const draw = (s: Stage) => {
    s.drawn = now();
    if (!live) return void err.write(`${s.label}: ${amount(s)}\n`);
    const line = `${s.label}  ${share(s)}${amount(s)}${rate(s, now())}`;
    err.write(`\r\u001B[2K${paint.dim(line.slice(0, (err.columns ?? 80) - 1))}`);
  };
  const end = () => {
    if (!stage) return;
    wipe();
    err.write(
      `${stage.label}: ${amount({ ...stage, done: Math.max(stage.done, stage.total) })}, ${seconds(now() - stage.since)}\n`,
    );
    stage = undefined;
  };
  const begin = (label: string, total: number): Stage => {
    end();
    const started = { label, since: now(), done: 0, total, drawn: now() };
    if (!live) err.write(`${label}…\n`);
    return started;
  };

  return {
    voice: {
      report: (message) => (atOnce ? tell(message) : void problems.push(message)),
      progress: (label, done, total) => {
        if (stage?.label !== label) stage = begin(label, total);
        stage.done = done;
        stage.total = total;
        if (total > 0 && done >= total) end();
        else if (now() - stage.drawn >= (live ? REDRAW_MS : HEARTBEAT_MS)) draw(stage);
      },
      log: (line) => {
        wipe();
        out.write(`${line}\n`);
      },
    },
    finish: (summary, options) => {
      end();
      const report = formatProblems(problems, { color, all: options?.all ?? false });
      if (report) out.write(`\n${report}\n\n`);
      if (told.info > 0) out.write(`${count(told.info, "remark")}\n`);
      if (summary) out.write(`${summary}\n`);
      return told.fatal + problems.filter((message) => severityOf(message) === "fatal").length;
    },
  };
}

/** `stdin:3:1: error: Not a JSON object (read:bad-line); expected: …; note`: one line, whatever the message holds. */
export function formatProblemLine(message: VFileMessage): string {
  const { file, line, column, reason, ruleId, source, note } = withExpected(message);
  const place = [file ?? "the archive", line, column].filter((part) => part !== undefined).join(":");
  const kind = severityOf(message) === "fatal" ? "error" : "warning";
  const notes = (note ?? "").split("\n").filter((part) => part !== "");
  return [`${place}: ${kind}: ${reason} (${source}:${ruleId})`, ...notes].join("; ").replace(/\s+/gu, " ");
}

/** https://no-color.org and the usual FORCE_COLOR. */
export function wantsColor(isTTY: boolean, env: Streams["env"]): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== "0";
  return isTTY && env.TERM !== "dumb";
}

/**
 * Problems grouped by file, files by code point, most serious first within a file. Unless `all`, remarks
 * (`info`) are only counted and after some files the rest is, too.
 */
export function formatProblems(problems: readonly VFileMessage[], options: { color: boolean; all: boolean }): string {
  const shown = options.all ? problems : problems.filter((message) => severityOf(message) !== "info");
  const byFile = new Map<string, VFileMessage[]>();
  for (const message of shown) {
    const name = message.file ?? "";
    byFile.set(name, [...(byFile.get(name) ?? []), message]);
  }
  const names = [...byFile.keys()].sort(byCodePoint);
  // Files that cost something come before the cut, whatever their name.
  const isFatal = (name: string) => byFile.get(name)?.some((message) => severityOf(message) === "fatal") === true;
  const ranked = [...names.filter(isFatal), ...names.filter((name) => !isFatal(name))];
  const kept = options.all ? names : ranked.slice(0, FILES_IN_FULL);

  const files = kept.map((name) => {
    const file = new VFile(name === "" ? undefined : { path: name });
    file.messages.push(...(byFile.get(name) ?? []).map(withExpected));
    return file;
  });
  const report =
    files.length === 0 ? "" : reporter(files, { color: options.color, verbose: true, defaultName: "the archive" });
  const more = [
    ...(names.length > kept.length ? [`${count(names.length - kept.length, "more file")} with problems`] : []),
    ...(problems.length > shown.length ? [count(problems.length - shown.length, "remark")] : []),
  ];
  const hint = more.length === 0 ? "" : `${more.join(" and ")}: sijill check lists them all`;
  return [report, hint].filter((part) => part !== "").join("\n");
}

/** The reporter prints notes but not what was expected: put it there. */
function withExpected(message: VFileMessage): VFileMessage {
  if (!message.expected?.length) return message;
  const expected = `expected: ${message.expected.join(", ")}`;
  return Object.assign(Object.create(message), { note: message.note ? `${expected}\n${message.note}` : expected });
}

/** «1 file», «2 files», with a comma between thousands. */
export function count(n: number, noun: string): string {
  return `${n.toLocaleString("en-US")} ${noun}${n === 1 ? "" : "s"}`;
}

/** `0.3 s`, `12 s`, `3 min 5 s`. */
export function seconds(ms: number): string {
  const s = ms / 1000;
  if (s < 10) return `${s.toFixed(1)} s`;
  return s < 60 ? `${Math.round(s)} s` : `${Math.floor(s / 60)} min ${Math.round(s % 60)} s`;
}

function share({ done, total }: Stage): string {
  return total > 0 ? `${String(Math.floor((100 * done) / total)).padStart(3)} %  ` : "";
}

function amount({ done, total }: Stage): string {
  const number = (n: number) => n.toLocaleString("en-US");
  return total > 0 && done < total ? `${number(done)} of ${number(total)}` : number(done);
}

function rate({ done, since }: Stage, now: number): string {
  const elapsed = (now - since) / 1000;
  return elapsed > 0.5 && done > 0 ? `  ${Math.round(done / elapsed).toLocaleString("en-US")}/s` : "";
}
