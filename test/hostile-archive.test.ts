import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { diskEffects } from "../src/effects.ts";
import { ingest } from "../src/ingest.ts";
import { severityOf } from "../src/messages.ts";
import { readAll } from "./support/readings.ts";

const PARAGRAPHS = [
  "الإسكندرية في 5 مايو 2021 (رويترز) - افتتح وزير النقل رصيفا جديدا في الميناء صباح الأربعاء، وحضر الافتتاح عشرات البحارة.",
  "وأضاف الوزير أن الرصيف يتسع لأربع سفن كبيرة، وأن العمل فيه يبدأ في الشهر المقبل.",
];
const HEADLINE = "وزير النقل يفتتح رصيفا في الميناء";
const ARTICLE = `${[HEADLINE, ...PARAGRAPHS].join("\n\n")}\n`;

/** A problem with all that a person is told of it. */
async function problemsOf(path: string, input: string | Uint8Array): Promise<unknown[]> {
  return (await readAll(path, input)).flatMap((reading) => ("problem" in reading ? [reading.problem] : []));
}

describe("what a file is not", () => {
  it("a set of frames names the pages that hold its text", async () => {
    const html =
      '<html><head><title>المرفأ</title></head><frameset cols="20%,80%"><frame src="menu.html"><frame name=b src=\'text.html\'><noframes>متصفحك لا يدعم الإطارات</noframes></frameset></html>';
    expect(await problemsOf("f.html", html)).toEqual([
      {
        file: "raw/f.html",
        severity: "fatal",
        rule: "read:frames",
        reason: "The page is a set of frames; its text stands in «menu.html», «text.html»",
        line: 1,
        expected: ["the page inside the frame"],
        note: "Save that page, or fetch it by its own address.",
      },
    ]);
  });

  it("a page that only speaks of frames is read", async () => {
    const text = [...PARAGRAPHS, ...PARAGRAPHS].map((words) => `<p>${words}</p>`).join("");
    const html = `<html><head><title>${HEADLINE}</title><script>var old = "<frameset>";</script></head><body>${text}</body></html>`;
    expect(await problemsOf("f.html", html)).toEqual([]);
  });

  it("a tar archive is told by its mark", async () => {
    const tar = Buffer.alloc(1024);
    tar.write("a.txt");
    tar.write("ustar", 257);
    expect(await problemsOf("a.tar", tar)).toEqual([
      {
        file: "raw/a.tar",
        severity: "fatal",
        rule: "read:no-article",
        reason: "The file is a tar archive",
        line: 1,
        expected: [
          "text",
          "Markdown",
          "HTML",
          "MHTML",
          "RSS or Atom",
          "JSON",
          "JSON Lines",
          "a WordPress export",
          "WARC",
        ],
        note: "Convert it to one of these, or move it out of raw/.",
      },
    ]);
  });

  it("a text in another language is taken with a word about it", async () => {
    expect(await problemsOf("README.txt", "About this folder\n\nThe files were fetched in two evenings.\n")).toEqual([
      {
        file: "raw/README.txt",
        severity: "warning",
        rule: "read:not-arabic",
        reason: "The text is not in Arabic",
        line: 1,
        expected: ["an article in Arabic"],
        note: "It was taken as it is. Move the file out of raw/ if it is no article.",
      },
    ]);
    expect(await problemsOf("a.txt", ARTICLE)).toEqual([]);
    expect(await problemsOf("short.txt", "OK 12")).toEqual([]);
  });

  it("a page of one endless line is refused as a text is", async () => {
    expect(await problemsOf("l.html", `<p>${"كلمة ".repeat(50_000)}</p>`)).toEqual([
      {
        file: "raw/l.html",
        severity: "fatal",
        rule: "read:line-too-long",
        reason: "One line of 249999 characters is no article",
        line: 1,
        column: 1,
        expected: ["lines of at most 200000 characters"],
        note: "Break the text into paragraphs, or move the file out of raw/.",
      },
    ]);
  });
});

describe("a feed that breaks off", () => {
  const item = (n: number) =>
    `<item><title>${HEADLINE} ${n}</title><description>${PARAGRAPHS[0]}</description></item>\n`;

  it("keeps the whole entries and says where it ends", async () => {
    const feed = `<?xml version="1.0"?>\n<rss version="2.0"><channel>\n${item(1)}<item><title>${HEADLINE}</title><description>الإسكندر`;
    const readings = await readAll("f.xml", feed);
    expect(readings.flatMap((reading) => ("article" in reading ? [reading.article.text.split("\n")[0]] : []))).toEqual([
      `${HEADLINE} 1`,
    ]);
    expect(await problemsOf("f.xml", feed)).toEqual([
      {
        file: "raw/f.xml",
        severity: "fatal",
        rule: "read:cut-off",
        reason: "The file is cut off: <rss> has no end, in the entry that begins at line 4",
        line: 4,
        note: "The entry before was read. Fetch the file again.",
      },
    ]);
  });

  it("one whose elements are only untidy is whole", async () => {
    const feed = `<rss><channel>${item(1)}<item><title>أول<br>ثان</title><description>نص</description></item></channel></rss>`;
    expect(await problemsOf("f.xml", feed)).toEqual([]);
  });
});

it("front matter is corrected where it is wrong", async () => {
  const text = `---\ntitle: ${HEADLINE}\ndate: tomorrow\nurl: javascript:alert(1)\n---\n${PARAGRAPHS.join("\n\n")}\n`;
  const told = (key: string, words: string, line: number) => ({
    file: "raw/m.md",
    severity: "warning",
    rule: "read:unreadable-value",
    reason: `«${key}» cannot be read: «${words}»`,
    line,
    note: "It was left out; the article was read.",
  });
  expect(await problemsOf("m.md", text)).toEqual([told("date", "tomorrow", 3), told("url", "javascript:alert(1)", 4)]);
});

describe("on a disk", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "sijill-"));
    mkdirSync(join(folder, "raw"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  async function run() {
    const told: string[] = [];
    const effects = diskEffects({
      report: (message) =>
        told.push(
          `${message.file} ${severityOf(message)} ${message.source}:${message.ruleId} ${message.reason} ${message.note}`,
        ),
      progress: () => {},
      log: () => {},
    });
    const { articles, parsed, written } = await ingest(effects, { content: folder });
    return { articles, parsed, written, told: told.filter((line) => !line.includes(" info ")) };
  }

  it("links are followed once, and one that leads nowhere is told", async () => {
    mkdirSync(join(folder, "elsewhere"));
    writeFileSync(join(folder, "elsewhere", "a.txt"), ARTICLE);
    symlinkSync("../elsewhere", join(folder, "raw", "linked"));
    symlinkSync("../elsewhere/a.txt", join(folder, "raw", "same.txt"));
    symlinkSync("..", join(folder, "elsewhere", "circle"));
    symlinkSync("self.txt", join(folder, "raw", "self.txt"));
    symlinkSync("gone.txt", join(folder, "raw", "nowhere.txt"));
    const lost = (name: string) =>
      `raw/${name} fatal read:unreadable-file There is no file where this link leads Put the file there, or delete the link; what is known of its articles stays.`;
    const first = await run();
    expect(first.told.filter((line) => line.includes("unreadable"))).toEqual([lost("nowhere.txt"), lost("self.txt")]);
    expect(first.articles).toBe(1);
    const second = await run();
    expect([second.parsed, second.written]).toEqual([0, 0]);
    expect(second.told).toEqual(first.told);
  });

  it("each folder is listed once, however many links lead to it", async () => {
    const names = Array.from({ length: 12 }, (_, i) => `f${String(i).padStart(2, "0")}`);
    for (const name of names) {
      mkdirSync(join(folder, "raw", name));
      writeFileSync(join(folder, "raw", name, "a.txt"), ARTICLE);
      for (const other of names) symlinkSync(`../${other}`, join(folder, "raw", name, `to-${other}`));
    }
    mkdirSync(join(folder, "elsewhere", "deep"), { recursive: true });
    writeFileSync(join(folder, "elsewhere", "deep", "b.txt"), ARTICLE);
    symlinkSync("../elsewhere/deep", join(folder, "raw", "z"));
    symlinkSync("../elsewhere", join(folder, "raw", "y"));
    const effects = diskEffects({ report: () => {}, progress: () => {}, log: () => {} });
    expect(await effects.listFiles(join(folder, "raw"))).toEqual([
      ...names.map((name) => `${name}/a.txt`),
      "y/deep/b.txt",
    ]);
  });

  it("a page without any title, as word processors write it, has the headline it opens with", async () => {
    const paragraphs = [HEADLINE, ...PARAGRAPHS].map(
      (text) => `<p class=MsoNormal dir=RTL><b>${text}</b><o:p></o:p></p>`,
    );
    writeFileSync(
      join(folder, "raw", "word.html"),
      `<html><head><meta charset=utf-8><meta name=Generator content="Microsoft Word 15"></head><body><div class=WordSection1>${paragraphs.join("\n")}</div></body></html>`,
    );
    await run();
    const effects = diskEffects({ report: () => {}, progress: () => {}, log: () => {} });
    const [path] = await effects.listFiles(join(folder, "articles"));
    const file = (await effects.readFile(join(folder, "articles", path as string)))?.toString() ?? "";
    expect(file).toContain(`title: "${HEADLINE}"\ntitleStatus: "found"`);
    expect(file).toContain('source: "reuters"');
  });
});
