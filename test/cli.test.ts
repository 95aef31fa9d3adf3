import { execFile, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { packageRoot } from "../src/effects.ts";

const root = packageRoot();
const cli = join(root, "dist", "src", "cli.js");
let folder: string;

beforeAll(() => void execFileSync(process.execPath, [join(root, "scripts", "compile.js")]));
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sijill-cli-"));
  return () => rmSync(folder, { recursive: true, force: true });
});

interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the compiled command in a folder of its own. */
function sijill(...args: string[]): Promise<Run> {
  return new Promise((resolve) => {
    const env = { ...process.env, NO_COLOR: "1" };
    execFile(process.execPath, [cli, ...args], { cwd: folder, env }, (error, out, err) => {
      resolve({ code: error === null ? 0 : Number(error.code), out, err });
    });
  });
}

/** Files below a folder with their bytes. */
function contents(path: string): Map<string, string> {
  const files = readdirSync(path, { recursive: true, encoding: "utf8" }).filter((name) =>
    statSync(join(path, name)).isFile(),
  );
  return new Map(files.sort().map((name) => [name, readFileSync(join(path, name), "base64")]));
}

/** An archive of the repository's own raw articles, with no records of its own, in `content`. */
function makeArchive(): string {
  const content = join(folder, "content");
  mkdirSync(content);
  cpSync(join(root, "content", "raw"), join(content, "raw"), { recursive: true });
  return content;
}

describe("sijill ingest --workers", () => {
  it("writes the same files whatever the number of threads, in a first run and in a later one", async () => {
    const content = makeArchive();
    // Copies with a line of their own: several articles a file, files of one, and two with the same bytes.
    const raw = readdirSync(join(content, "raw"));
    for (const name of raw) {
      const text = readFileSync(join(content, "raw", name), "utf8");
      for (let copy = 0; copy < 4; copy++)
        writeFileSync(join(content, "raw", `${copy % 3}-${name}`), `${text}\n\nالنسخة رقم ${copy} من النص.\n`);
    }
    const lines = raw.map((name) =>
      JSON.stringify({ title: name, text: readFileSync(join(content, "raw", name), "utf8") }),
    );
    writeFileSync(join(content, "raw", "all.jsonl"), [...lines, "{", ...lines].join("\n"));
    const paragraph = (text: string) => `<p>${text}</p>`;
    for (const [i, line] of ["أعلنت الوزارة افتتاح الجسر", "وصل الوفد إلى دمشق مساء"].entries()) {
      const page = `<!doctype html><html><head><title>${line}</title></head><body><article>${[line, line, line].map(paragraph).join("\n")}</article></body></html>`;
      writeFileSync(join(content, "raw", `page-${i}.html`), page);
    }
    const told = async (workers: string) => {
      const { code, out, err } = await sijill("ingest", "--workers", workers);
      const files = new Map([...contents(content)].filter(([name]) => !name.startsWith(".sijill")));
      return { code, files, told: (out + err).replace(/.*\r/g, "").replace(/\d+\.\d s/g, "") };
    };
    const changed = join(content, "raw", `0-${raw[0]}`);
    const before = readFileSync(changed, "utf8");
    const made = async (workers: string) => {
      const first = await told(workers);
      // An editor's word on two articles, one of them split, a line that turns out to recur, and a file that changed.
      const [one, other] = [...first.files.keys()].filter((name) => name.endsWith(".md")).sort();
      const idOf = (path: string | undefined) => (path as string).replace(/^.*\/|\.md$/g, "");
      mkdirSync(join(content, "corrections"));
      const write = (path: string | undefined, yaml: string) =>
        writeFileSync(join(content, "corrections", `${idOf(path)}.yaml`), yaml);
      write(one, "set:\n  title: عنوان المحرر\nremove:\n  - سطر ليس في النص\n");
      write(other, "split:\n  - 3\n");
      writeFileSync(changed, `${before}\n\nفقرة أضيفت بعد ذلك إلى النص.\n`);
      const second = await told(workers);
      for (const name of ["articles", ".sijill", "archive.json", "corrections"])
        rmSync(join(content, name), { recursive: true });
      writeFileSync(changed, before);
      return { first, second };
    };
    const one = await made("1");
    expect(one.first.files.size).toBeGreaterThan(20);
    expect(one.second.told).toContain("no-such-line");
    expect(await made("3")).toEqual(one);
  }, 600_000);

  it.each(["0", "-1", "two", "1.5", "65"])("takes no %s for a number of threads", async (workers) => {
    const { code, err } = await sijill("ingest", `--workers=${workers}`);
    expect(code).not.toBe(0);
    expect(err).toContain("a number of threads is a whole number from 1 to 64.");
  });
});

describe("help", () => {
  it("names the commands, and each has its own with examples", async () => {
    const { code, out } = await sijill("--help");
    expect(code).toBe(0);
    const commands = ["ingest", "build", "check", "dev"];
    for (const command of commands) {
      expect(out).toMatch(new RegExp(`^  ${command} `, "m"));
      const own = await sijill(command, "--help");
      expect(own.code).toBe(0);
      expect(own.out).toContain(`Usage: sijill ${command}`);
      expect(own.out).toContain("--content <folder>");
      expect(own.out).toContain(`  $ sijill ${command}`);
    }
  });

  it("tells the version", async () => {
    const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    expect(await sijill("--version")).toEqual({ code: 0, out: `${version}\n`, err: "" });
  });
});

describe("a wrong command line", () => {
  it.each([
    ["no command", [], "Usage: sijill"],
    ["an unknown command", ["buidl"], "error: unknown command 'buidl'\n(Did you mean build?)"],
    ["an unknown option", ["build", "--contnet", "x"], "error: unknown option '--contnet'\n(Did you mean --content?)"],
    [
      "no content folder",
      ["build"],
      "error: --content content: there is no such folder\nPut articles into content/raw, or name the folder of your archive: --content <folder>\n",
    ],
    ["a wrong content folder", ["check", "--content", "nowhere"], "error: --content nowhere: there is no such folder"],
    [
      "a folder that is no archive",
      ["build", "--content", "."],
      "error: --content .: this is no archive, for it has no folder raw\nPut articles into raw, or",
    ],
    ["a port that is none", ["dev", "--content", ".", "--port", "http"], "a port is a whole number from 0 to 65535"],
    ["output over the content", ["build", "--content", ".", "--output", "."], "holds the content folder"],
    [
      "output among the raw files",
      ["build", "--content", ".", "--output", "raw/site"],
      "lies in the archive's raw folder",
    ],
  ])("ends with 2 and says why: %s", async (_, args, words) => {
    const { code, out, err } = await sijill(...args);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(words);
  });
});

it("writes over no website that it did not make, and over its own", async () => {
  makeArchive();
  mkdirSync(join(folder, "public"));
  writeFileSync(join(folder, "public", "index.html"), "<h1>Mine</h1>");
  const { code, out, err } = await sijill("build", "--output", "public");
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toContain(
    "error: --output public holds a website that Sijill did not make: it would be written over\nName another folder, or move that website away\n",
  );
  expect(contents(join(folder, "public")).size).toBe(1);
  expect((await sijill("ingest", "--output", "public")).code).toBe(0);

  expect((await sijill("build")).code).toBe(0);
  rmSync(join(folder, "content", ".sijill"), { recursive: true });
  expect((await sijill("build")).code).toBe(0);
});

describe("ingest", () => {
  it("ends with 0, and a second run reads and writes nothing", async () => {
    const content = makeArchive();
    const first = await sijill("ingest");
    expect(first.code).toBe(0);
    const before = contents(content);
    const second = await sijill("ingest");
    expect(second.code).toBe(0);
    expect(second.out).toContain("0 read, 0 files written");
    expect(contents(content)).toEqual(before);
  });

  it("tells of each bad file once, with its place, ends with 1, and reads the others", async () => {
    const content = makeArchive();
    const good = readdirSync(join(content, "raw")).length;
    writeFileSync(join(content, "raw", "empty.txt"), "");
    writeFileSync(join(content, "raw", "binary.txt"), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3, 0xff, 0xfe]));
    writeFileSync(join(content, "sijill.yaml"), "titel: أرشيف\n");
    mkdirSync(join(content, "authority"));
    writeFileSync(
      join(content, "authority", "people.yaml"),
      "some-body:\n  prefLabel: فلان الفلاني\n  altLabels: [فلان]\n",
    );

    const { code, out, err } = await sijill("ingest");
    expect(code).toBe(1);
    for (const [file, words] of [
      ["raw/empty.txt", "empty"],
      ["raw/binary.txt", "text"],
      ["sijill.yaml", "Did you mean title?"],
      ["authority/people.yaml", "altLabel"],
    ] as const) {
      expect(out.split("\n").filter((line) => line.trim() === file)).toHaveLength(1);
      expect(out).toContain(words);
    }
    expect(out).toMatch(/^3:3 +error /m);
    expect(out).toContain(`${good} articles`);
    expect(`${out}${err}`).not.toContain("    at ");
  });
});

describe("build", () => {
  it("writes the site where it is told, and a second run writes the same bytes", async () => {
    makeArchive();
    const first = await sijill("build", "--content", "content", "--output", "public/site");
    expect(first).toMatchObject({ code: 0 });
    const before = contents(folder);
    expect([...before.keys()]).toContain(join("public", "site", "index.html"));
    const stamp = statSync(join(folder, "public", "site", "index.html")).mtimeMs;
    const second = await sijill("build", "--content", "content", "--output", "public/site");
    expect(second.code).toBe(0);
    expect(second.out).toContain("0 read, 0 files written");
    expect(second.out).toContain("0 rendered");
    expect(contents(folder)).toEqual(before);
    expect(statSync(join(folder, "public", "site", "index.html")).mtimeMs).toBe(stamp);
  });

  it("builds the rest when a file is bad, and ends with 1", async () => {
    const content = makeArchive();
    writeFileSync(join(content, "raw", "empty.txt"), "");
    const { code, out } = await sijill("build");
    expect(code).toBe(1);
    expect(out).toContain("raw/empty.txt");
    expect(existsSync(join(folder, "_site", "index.html"))).toBe(true);
  });
});

describe("dev", () => {
  it("serves the site, builds again when an article comes, and stops when told", async () => {
    const content = makeArchive();
    const child = spawn(process.execPath, [cli, "dev", "--port", "0"], {
      cwd: folder,
      stdio: ["ignore", "pipe", "ignore"],
    });
    let said = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
    try {
      await expect.poll(() => said, { timeout: 60_000 }).toMatch(/http:\/\/localhost:\d+\//);
      const url = /http:\S+/.exec(said)?.[0] as string;
      const page = async () => (await fetch(`${url}time/undated/`)).text();
      expect(await page()).not.toContain("افتتاح جسر جديد فوق النهر");
      writeFileSync(
        join(content, "raw", "new.txt"),
        "افتتاح جسر جديد فوق النهر\n\nافتُتح جسر جديد فوق النهر بحضور الأهالي.\n",
      );
      await expect.poll(page, { timeout: 60_000, interval: 250 }).toContain("افتتاح جسر جديد فوق النهر");
    } finally {
      child.kill("SIGTERM");
    }
    const [code] = child.exitCode === null ? await once(child, "exit") : [child.exitCode];
    expect(code).toBe(0);
  });
});

describe("check", () => {
  it("writes nothing and prints the same problems as text and as JSON", async () => {
    const content = makeArchive();
    const before = contents(folder);
    const text = await sijill("check");
    expect(text.code).toBe(0);
    const json = await sijill("check", "--json");
    expect(json.code).toBe(0);
    expect(contents(folder)).toEqual(before);
    expect(existsSync(join(content, ".sijill"))).toBe(false);
    expect(`${text.err}${json.err}`).not.toContain("writing");

    const { totals, problems } = JSON.parse(json.out);
    expect(totals.articles).toBe(readdirSync(join(content, "raw")).length);
    expect(problems).toHaveLength(totals.fatal + totals.warning + totals.info);
    for (const { file, rule, reason, severity } of problems) {
      expect(rule).toMatch(/^[a-z]+:[a-z-]+$/);
      expect(["fatal", "warning", "info"]).toContain(severity);
      expect(text.out).toContain(file);
      expect(text.out).toContain(reason);
    }
  });
});

describe("an unexpected error", () => {
  it("is one line, and a stack with --debug", async () => {
    const content = makeArchive();
    mkdirSync(join(content, "archive.json")); // a folder where a file should be
    const plain = await sijill("ingest");
    expect(plain.code).toBe(1);
    expect(plain.err).toMatch(/Stopped by an unexpected error: .*\nRun the command again with --debug/);
    expect(plain.err).not.toContain("    at ");
    const debug = await sijill("ingest", "--debug");
    expect(debug.err).toContain("    at ");
  });
});
