import { execFile, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, isAbsolute, join } from "node:path";
import { promisify } from "node:util";
import { chromium } from "playwright-core";
import { packageRoot } from "../src/effects.ts";

const NAMES = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "chrome",
  "microsoft-edge",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/**
 * Path of a Chromium that starts: the one CHROME_PATH names, else an installed one, else one installed now — by
 * the system's package manager where we may, otherwise by Playwright into the user's cache. Throws an Error that
 * says what was tried and what to do.
 */
export async function findChromium(): Promise<string> {
  const asked = process.env.CHROME_PATH;
  if (asked) {
    if (await starts(asked)) return asked;
    throw new Error(`CHROME_PATH names ${asked}, which does not start.`);
  }
  const installed = (await firstThatStarts()) ?? (await playwrightChromium());
  if (installed) return installed;

  const tried: string[] = [];
  const isRoot = process.getuid?.() === 0;
  if (isRoot && existsSync("/usr/bin/apt-get")) {
    tried.push("apt-get install chromium");
    const apt = ["-y", "-q", "--no-install-recommends", "install", "chromium"];
    if ((await runs("apt-get", ["-q", "update"])) && (await runs("apt-get", apt))) {
      const found = await firstThatStarts();
      if (found) return found;
    }
  }
  const playwright = join(packageRoot(), "node_modules", "playwright-core", "cli.js");
  const withLibraries = isRoot && process.platform === "linux" ? ["--with-deps"] : [];
  tried.push(["playwright-core install", ...withLibraries, "chromium"].join(" "));
  await runs(process.execPath, [playwright, "install", ...withLibraries, "chromium"]);
  const found = await playwrightChromium();
  if (found) return found;

  throw new Error(
    `The browser tests need Chromium and none starts on this machine. Tried: ${NAMES.join(", ")}; ${tried.join("; ")}.\n` +
      "Install Chromium or Chrome, or set CHROME_PATH to the path of one.",
  );
}

async function firstThatStarts(): Promise<string | undefined> {
  for (const path of NAMES.flatMap(candidates)) if (await starts(path)) return path;
  return undefined;
}

/** Where a command of this name is on the PATH. */
function candidates(name: string): string[] {
  const folders = isAbsolute(name) ? [""] : (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  return folders.map((folder) => (folder ? join(folder, name) : name)).filter((path) => existsSync(path));
}

async function playwrightChromium(): Promise<string | undefined> {
  const path = chromium.executablePath();
  return existsSync(path) && (await starts(path)) ? path : undefined;
}

/** Distributions ship commands of this name that only say where to get the browser: ask it for its version. */
async function starts(path: string): Promise<boolean> {
  return promisify(execFile)(path, ["--version"], { timeout: 30_000 }).then(
    ({ stdout }) => /(chrom|edge).* \d+\.\d+/is.test(stdout),
    () => false,
  );
}

/** Runs a command whose output goes to the error stream: a download of minutes should be seen. */
function runs(command: string, args: readonly string[]): Promise<boolean> {
  return new Promise((resolve) => {
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    const child = spawn(command, args, { stdio: ["ignore", 2, 2], env });
    child.once("error", () => resolve(false));
    child.once("exit", (code) => resolve(code === 0));
  });
}
