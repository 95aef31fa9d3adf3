import { describe, expect, it } from "vitest";
import { findDoubts } from "../src/check/doubts.ts";
import { DEFAULT_CONFIG, parseConfig } from "../src/config.ts";
import { nearest, type Problem, problem } from "../src/messages.ts";
import type { Archive } from "../src/model/archive.ts";
import type { Article } from "../src/model/article.ts";
import type { Entity } from "../src/model/entity.ts";
import { formatProblems, openTerminal, wantsColor } from "../src/terminal.ts";

/** The report as a person reads it, without the spaces that align its columns. */
function told(problems: readonly Problem[], all = true): string {
  return formatProblems(problems.map(problem), { color: false, all }).replace(/ {2,}/g, " ").replace(/ +$/gm, "");
}

describe("configuration", () => {
  it("is read with its defaults", () => {
    expect(parseConfig("")).toEqual({ config: DEFAULT_CONFIG, problems: [] });
    expect(parseConfig("# only a remark\n")).toEqual({ config: DEFAULT_CONFIG, problems: [] });
    const { config, problems } = parseConfig(
      "title: أرشيف\nbaseUrl: https://example.org/news\nregion: MA\nsharedAuthority: false\n",
    );
    expect(problems).toEqual([]);
    expect(config).toEqual({
      title: "أرشيف",
      description: DEFAULT_CONFIG.description,
      baseUrl: "https://example.org/news/",
      region: "MA",
      sharedAuthority: false,
    });
  });

  it("loses only the keys that are wrong, and says where and why", () => {
    const source =
      "titel: أرشيف\nregion: Syria\nbaseUrl: example.org\nsharedAuthority: maybe\ntitle:\ncolour: red\ndescription: وصف\n";
    const { config, problems } = parseConfig(source);
    expect(config).toEqual({ ...DEFAULT_CONFIG, description: "وصف" });
    const keys = "title, description, baseUrl, region, sharedAuthority, search";
    expect(told(problems)).toBe(`sijill.yaml
1:1 error There is no key titel unknown-key config
 [note]:
 expected: ${keys}
 Did you mean title? The line does nothing until then
2:9 error region cannot be Syria region config
 [note]:
 expected: a country's two capital letters, e.g. SY, EG or MA
 The default is used until then
3:10 error baseUrl cannot be example.org baseUrl config
 [note]:
 expected: an absolute web address, e.g. https://example.org/archive/
 The key is left out until then
4:18 error sharedAuthority cannot be maybe sharedAuthority config
 [note]:
 expected: true, false
 The default is used until then
5:1 error title is empty title config
 [note]:
 expected: text
 The default is used until then
6:1 error There is no key colour unknown-key config
 [note]:
 expected: ${keys}
 Delete the line; it does nothing

✖ 6 errors`);
  });

  it("names where the search page asks, by an address that a browser may be given", () => {
    const asked = (address: string) => parseConfig(`search: {endpoint: "${address}"}`).config.search?.endpoint;
    expect(asked("https://search.example.org/archive/")).toBe("https://search.example.org/archive");
    expect(asked("http://localhost:9200/archive")).toBe("http://localhost:9200/archive");
    for (const address of [
      "http://search.example.org/archive",
      "https://reader:secret@search.example.org/archive",
      "https://search.example.org/archive?routing=1",
      "search.example.org",
    ])
      expect(asked(address), address).toBeUndefined();
    expect(told(parseConfig("search:\n  endpont: https://search.example.org/archive\n").problems)).toBe(`sijill.yaml
2:3 error search cannot be {"endpont":"https://search.example.org/archive"} search config
 [note]:
 expected: endpoint: and the https address of an index without password, e.g. https://search.example.org/archive
 The key is left out until then

✖ 1 error`);
  });

  it.each([
    ["is not YAML", "title: [unclosed\n", "yaml"],
    ["is a list", "- title\n", "shape"],
    ["says a key twice", "title: أ\ntitle: ب\n", "yaml"],
  ])("keeps the defaults when the file %s", (_, source, rule) => {
    const { config, problems } = parseConfig(source);
    expect(config).toEqual(DEFAULT_CONFIG);
    expect(problems.map((found) => found.rule)).toContain(`config:${rule}`);
    for (const found of problems)
      expect(found).toMatchObject({ file: "sijill.yaml", severity: "fatal", line: expect.any(Number) });
  });
});

describe("nearest", () => {
  it("forgives a slip of the hand and nothing else", () => {
    const known = ["title", "description", "region"];
    expect(nearest("titel", known)).toBe("title");
    expect(nearest("Region", known)).toBe("region");
    expect(nearest("descripton", known)).toBe("description");
    expect(nearest("colour", known)).toBeUndefined();
    expect(nearest("", known)).toBeUndefined();
  });
});

describe("problems", () => {
  const base = { severity: "warning", rule: "read:odd", reason: "It is odd" } as const;

  it("are grouped by file, files by code point", () => {
    const report = told([
      { ...base, file: "raw/b.txt" },
      { ...base, file: "raw/a.txt", line: 3, column: 2, severity: "fatal" },
      { ...base, file: "raw/b.txt", reason: "It is odd again" },
    ]);
    expect(report).toBe(`raw/a.txt
3:2 error It is odd odd read

raw/b.txt
 warning It is odd odd read
 warning It is odd again odd read

3 messages (✖ 1 error, ⚠ 2 warnings)`);
  });

  it("leave remarks to sijill check", () => {
    const problems = [base, { ...base, severity: "info" as const }].map((found) => ({ ...found, file: "raw/a.txt" }));
    expect(told(problems, false)).toContain("1 remark: sijill check lists them all");
    expect(told(problems, false)).not.toContain("info");
    expect(told([{ ...base, file: "raw/a.txt", severity: "info" }], false)).toBe(
      "1 remark: sijill check lists them all",
    );
  });

  it("do not flood the terminal, and what cost something is never cut", () => {
    const many = Array.from({ length: 60 }, (_, i) => ({ ...base, file: `raw/${String(i).padStart(3, "0")}.txt` }));
    const report = told([...many, { ...base, severity: "fatal", file: "raw/zzz.txt", reason: "It is lost" }], false);
    expect(report).toContain("21 more files with problems: sijill check lists them all");
    expect(report).toContain("It is lost");
    expect(told(many, true)).toContain("raw/059.txt");
  });
});

describe("the terminal", () => {
  function open({ isTTY = false, env = {} as Record<string, string>, atOnce = false } = {}) {
    const text = { out: "", err: "" };
    const clock = { ms: 0 };
    const streams = {
      out: { write: (part: string) => (text.out += part) },
      err: { write: (part: string) => (text.err += part), isTTY, columns: 60 },
      env,
      now: () => clock.ms,
    };
    const terminal = openTerminal(streams, { atOnce });
    return { terminal, text, clock };
  }

  it("tells a filter's problems when they are met, a line each", () => {
    const { terminal, text } = open({ atOnce: true });
    const bad = { file: "stdin", severity: "fatal", rule: "read:bad-line", reason: "Not a JSON object" } as const;
    terminal.voice.report(problem({ ...bad, line: 3, expected: ["a", "b"], note: "Mend\nthe line." }));
    const first = "stdin:3:1: error: Not a JSON object (read:bad-line); expected: a, b; Mend; the line.\n";
    expect(text.out).toBe(first);
    terminal.voice.report(problem({ ...bad, severity: "info" }));
    terminal.voice.report(problem({ ...bad, severity: "warning" }));
    expect(terminal.finish("2 records")).toBe(1);
    expect(text.out).toBe(`${first}stdin: warning: Not a JSON object (read:bad-line)\n1 remark\n2 records\n`);
  });

  it("tells of a stage in two lines where nobody watches, and now and then of a long one", () => {
    const { terminal, text, clock } = open();
    for (let done = 1; done <= 1000; done++) {
      clock.ms += 70;
      terminal.voice.progress("reading", done, 1000);
    }
    terminal.voice.progress("writing", 1, 1);
    expect(text.err).toBe(
      "reading…\nreading: 430 of 1,000\nreading: 859 of 1,000\nreading: 1,000, 1 min 10 s\nwriting…\nwriting: 1, 0.0 s\n",
    );
  });

  it("rewrites one line where somebody does, and never more than ten times a second", () => {
    const { terminal, text, clock } = open({ isTTY: true, env: { NO_COLOR: "1" } });
    for (let done = 1; done <= 1000; done++) {
      clock.ms += 1;
      terminal.voice.progress("reading", done, 1000);
    }
    terminal.voice.log("A line of its own");
    expect(text.err.split("\r").length).toBeLessThan(15);
    expect(text.err).toContain("\r\u001B[2Kreading   64 %  641 of 1,000  1,002/s");
    expect(text.err.endsWith("reading: 1,000, 1.0 s\n")).toBe(true);
    expect(text.out).toBe("A line of its own\n");
  });

  it("ends an open stage, then prints problems and summary once, and counts what was fatal", () => {
    const { terminal, text } = open();
    terminal.voice.progress("indexing", 3, 0);
    terminal.voice.report(
      problem({ file: "raw/a.txt", severity: "fatal", rule: "read:empty-file", reason: "The file is empty" }),
    );
    terminal.voice.report(problem({ file: "raw/b.txt", severity: "warning", rule: "read:odd", reason: "It is odd" }));
    expect(text.out).toBe("");
    expect(terminal.finish("2 articles")).toBe(1);
    expect(text.err).toBe("indexing…\nindexing: 3, 0.0 s\n");
    expect(text.out).toContain("The file is empty");
    expect(text.out.endsWith("\n\n2 articles\n")).toBe(true);
  });

  it.each([
    ["a terminal", true, {}, true],
    ["a pipe", false, {}, false],
    ["NO_COLOR on a terminal", true, { NO_COLOR: "1" }, false],
    ["an empty NO_COLOR", true, { NO_COLOR: "" }, true],
    ["FORCE_COLOR in a pipe", false, { FORCE_COLOR: "1" }, true],
    ["a dumb terminal", true, { TERM: "dumb" }, false],
  ])("uses colour as it should on %s", (_, isTTY, env, expected) => {
    expect(wantsColor(isTTY, env)).toBe(expected);
  });
});

describe("doubts", () => {
  const article: Article = {
    id: "2021-12-17-00000001",
    title: "عنوان",
    titleStatus: "found",
    date: "2021-12-17",
    dates: { published: "2021-12-17" },
    source: "outlet",
    names: {},
    raw: { path: "a.txt", sha256: "" },
    evidence: {},
    removed: [],
    body: "",
  };
  const outlet = { id: "outlet" } as Entity;
  const doubtsOf = (changes: Partial<Article>, duplicates: Archive["duplicates"] = []) => {
    const authority = { entities: new Map([["outlet", outlet]]), occasions: [] };
    const archive: Archive = {
      articles: [{ ...article, ...changes }],
      events: [],
      related: {},
      duplicates,
      strangers: [],
      authority,
      config: DEFAULT_CONFIG,
    };
    return findDoubts(archive, ({ id }) => `articles/${id}.md`).map(({ severity, rule }) => `${severity} ${rule}`);
  };

  it("are none when everything is said", () => {
    expect(doubtsOf({})).toEqual([]);
  });

  it.each<[string, Partial<Article>, string[]]>([
    ["no title", { titleStatus: "missing" }, ["warning title:missing"]],
    ["a derived title", { titleStatus: "derived" }, ["info title:derived"]],
    ["an approximate date", { date: "2024~", dates: { published: "2024~" } }, ["info date:uncertain"]],
    ["a date with unknown digits", { date: "202X", dates: { event: "202X" } }, ["info date:uncertain"]],
    [
      "an inferred date",
      { evidence: { "dates.published": { rule: "date:same-event", confidence: 0.9, documents: ["other"] } } },
      ["info date:inferred"],
    ],
    [
      "a date an editor set",
      { dates: { published: "2024~" }, evidence: { "dates.published": { rule: "correction", confidence: 1 } } },
      [],
    ],
    [
      "a value an editor confirmed",
      {
        titleStatus: "derived",
        dates: { published: "2024~" },
        evidence: {
          title: { rule: "headline:derived-from-lead", confidence: 1, confirmed: true },
          "dates.published": { rule: "date:page-stamp", confidence: 1, confirmed: true },
        },
      },
      [],
    ],
    ["a record nobody holds", { people: ["nobody"] }, ["fatal article:unknown-record"]],
    [
      "an unsure value",
      { evidence: { "dates.event": { rule: "date:guess", words: "أمس", confidence: 0.4 } } },
      ["info evidence:unsure"],
    ],
  ])("tell of %s", (_, changes, expected) => {
    expect(doubtsOf(changes)).toEqual(expected);
  });

  it("tell of a missing date, a missing source and a copy", () => {
    const { date: _date, source: _source, ...bare } = article;
    const authority = { entities: new Map<string, Entity>(), occasions: [] };
    const archive: Archive = {
      articles: [{ ...bare, dates: {} }],
      events: [],
      related: {},
      duplicates: [["first", article.id]],
      strangers: [],
      authority,
      config: DEFAULT_CONFIG,
    };
    expect(findDoubts(archive, ({ id }) => `articles/${id}.md`).map(({ rule, reason }) => `${rule} ${reason}`)).toEqual(
      [
        "date:missing No date could be read",
        "source:missing The text does not say where it comes from",
        "relate:duplicate The same text as first",
      ],
    );
  });
});
