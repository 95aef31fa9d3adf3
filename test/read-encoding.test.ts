import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { packageRoot } from "../src/effects.ts";
import { decodeClean } from "../src/read/encoding.ts";

/** Invented; every character exists in Windows-1256 and, but for the quotes and dashes, in ISO-8859-6. */
const ARTICLE = `افتتاح مكتبة النهر بعد ترميم دام عامين

واحة النخيل - قال مدير المكتبة سليم الورّاق إن المبنى “عاد إلى أهله” بعد أن غمرته المياه – وأضاف: «سنفتح الأبواب يوم الأحد».

وكانت المكتبة قد أُغلقت في 12 مارس 2019، ثم جُمعت 4500 كتاب من بيوت السكان.
`;

const TABLES = new Map<string, Map<string, number>>();
function encode(text: string, encoding: string): Uint8Array {
  if (encoding === "utf-16le") return Buffer.from(text, "utf16le");
  if (encoding === "utf-16be") return Buffer.from(text, "utf16le").swap16();
  let table = TABLES.get(encoding);
  if (table === undefined) {
    table = new Map(
      Array.from({ length: 256 }, (_, byte) => [new TextDecoder(encoding).decode(Uint8Array.of(byte)), byte]),
    );
    TABLES.set(encoding, table);
  }
  return Uint8Array.from(text, (character) => {
    const byte = table.get(character);
    if (byte === undefined) throw new Error(`${encoding} lacks «${character}»`);
    return byte;
  });
}
const mojibake = (text: string, encoding: string) => new TextDecoder(encoding).decode(Buffer.from(text, "utf8"));
const BOM = "\ufeff";
const plain = ARTICLE.replace(/[“”–]/g, '"');

const COPIES: [name: string, bytes: Uint8Array, text: string, encoding: string, rules: string[]][] = [
  ["UTF-8", Buffer.from(ARTICLE), ARTICLE, "utf-8", []],
  ["UTF-8 with a byte order mark", Buffer.from(BOM + ARTICLE), ARTICLE, "utf-8", []],
  ["UTF-8 with the line ends of Windows", Buffer.from(ARTICLE.replaceAll("\n", "\r\n")), ARTICLE, "utf-8", []],
  ["UTF-16 LE with a byte order mark", encode(BOM + ARTICLE, "utf-16le"), ARTICLE, "utf-16le", []],
  ["UTF-16 BE with a byte order mark", encode(BOM + ARTICLE, "utf-16be"), ARTICLE, "utf-16be", []],
  ["UTF-16 LE", encode(ARTICLE, "utf-16le"), ARTICLE, "utf-16le", []],
  ["UTF-16 BE", encode(ARTICLE, "utf-16be"), ARTICLE, "utf-16be", []],
  ["Windows-1256", encode(ARTICLE, "windows-1256"), ARTICLE, "windows-1256", []],
  ["ISO-8859-6", encode(plain.replace(/[«»]/g, '"'), "iso-8859-6"), plain.replace(/[«»]/g, '"'), "iso-8859-6", []],
  [
    "UTF-8 taken for Windows-1252",
    Buffer.from(mojibake(ARTICLE, "windows-1252")),
    ARTICLE,
    "utf-8",
    ["read:double-encoded"],
  ],
  [
    "UTF-8 taken for Windows-1256",
    Buffer.from(mojibake(ARTICLE, "windows-1256")),
    ARTICLE,
    "utf-8",
    ["read:double-encoded"],
  ],
  [
    "UTF-8 taken for Latin-1",
    Buffer.from(Buffer.from(ARTICLE).toString("latin1")),
    ARTICLE,
    "utf-8",
    ["read:double-encoded"],
  ],
  [
    "UTF-8 taken for Windows-1252 twice",
    Buffer.from(mojibake(mojibake(ARTICLE, "windows-1252"), "windows-1252")),
    ARTICLE,
    "utf-8",
    ["read:double-encoded"],
  ],
  [
    "UTF-8 with a byte order mark taken for Windows-1256, with another",
    Buffer.from(BOM + mojibake(BOM + ARTICLE, "windows-1256")),
    ARTICLE,
    "utf-8",
    ["read:double-encoded"],
  ],
];

describe("encodings", () => {
  it.each(COPIES)("reads %s", (_, bytes, text, encoding, rules) => {
    const decoded = decodeClean(bytes);
    expect(
      "refused" in decoded
        ? decoded.refused
        : { text: decoded.text, encoding: decoded.encoding, rules: decoded.notices.map(({ rule }) => rule) },
    ).toEqual({ text, encoding, rules });
  });

  it.each(["افتتاح المكتبة", "خبر عاجل", "مصر"])(
    "reads a few words in Windows-1256 and ISO-8859-6 where it is declared: %s",
    (words) => {
      for (const label of ["windows-1256", "iso-8859-6"] as const) {
        expect(decodeClean(encode(words, label), { declared: [{ label, by: "meta element" }] })).toMatchObject({
          text: words,
          encoding: label,
        });
      }
    },
  );

  it("tells which declaration was wrong", () => {
    expect(
      decodeClean(encode(ARTICLE, "windows-1256"), { declared: [{ label: "utf8", by: "meta element" }] }),
    ).toMatchObject({
      text: ARTICLE,
      notices: [
        {
          severity: "info",
          rule: "read:declared-encoding",
          reason: "The meta element declares «utf8», but the bytes are windows-1256",
          line: 1,
        },
      ],
    });
  });

  it("reads the founding articles the same from every encoding that can hold them", () => {
    const folder = join(packageRoot(), "content", "raw");
    const names = readdirSync(folder).filter((name) => name.endsWith(".txt"));
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) {
      const bytes = readFileSync(join(folder, name));
      const text = bytes.toString("utf8").replace(/\r\n/g, "\n");
      const copies = [
        bytes,
        Buffer.from(BOM + text),
        encode(BOM + text, "utf-16le"),
        encode(BOM + text, "utf-16be"),
        encode(text, "utf-16le"),
        encode(text, "utf-16be"),
        Buffer.from(mojibake(text, "windows-1252")),
        Buffer.from(mojibake(text, "windows-1256")),
        Buffer.from(bytes.toString("latin1")),
      ];
      const expected = decodeClean(bytes);
      if ("refused" in expected) throw new Error(expected.refused.reason);
      for (const copy of copies) expect(decodeClean(copy)).toMatchObject({ text: expected.text });
      // Characters that Windows-1256 has no place for are replaced as a text editor would.
      const holds = [...expected.text].map((character) => (canHold(character) ? character : "?")).join("");
      expect(decodeClean(encode(holds, "windows-1256"))).toMatchObject({ text: holds, encoding: "windows-1256" });
    }
  });
});

function canHold(character: string): boolean {
  try {
    encode(character, "windows-1256");
    return true;
  } catch {
    return false;
  }
}

describe("bytes that are no Arabic text", () => {
  const refusal = (bytes: Uint8Array, declared?: string) => {
    const decoded = decodeClean(bytes, declared ? { declared: [{ label: declared, by: "meta element" }] } : {});
    return "refused" in decoded ? decoded.refused : decoded;
  };
  const advice = {
    severity: "fatal",
    expected: ["UTF-8", "UTF-16", "Windows-1256", "ISO-8859-6"],
    note: "Convert the file to UTF-8; nothing was guessed.",
  };

  it("are refused with the place", () => {
    const bytes = Buffer.concat([Buffer.from("خبر\nمن "), Buffer.from([0xff, 0x41]), Buffer.from(" ثم")]);
    expect(refusal(bytes)).toEqual({
      ...advice,
      rule: "read:unknown-encoding",
      reason: "Cannot be decoded: byte 12 (0xff) is not UTF-8, and no one-byte encoding makes Arabic of it",
      line: 2,
      column: 4,
    });
  });

  it("are refused though declared", () => {
    expect(refusal(Buffer.from("Le président a été réélu à Paris", "latin1"), "iso-8859-1")).toEqual({
      ...advice,
      rule: "read:unknown-encoding",
      reason:
        "Cannot be decoded: byte 5 (0xe9) is not UTF-8, and no one-byte encoding makes Arabic of it; the meta element declares «iso-8859-1», and it is not that either",
      line: 1,
      column: 6,
    });
  });

  it("are refused where the last character is cut off", () => {
    expect(refusal(Buffer.from(ARTICLE).subarray(0, 43))).toMatchObject({
      reason:
        "Cannot be decoded: the last character, at byte 42, is cut off, and no one-byte encoding makes Arabic of it",
    });
  });

  it("are refused as UTF-16 without a whole number of pairs", () => {
    expect(refusal(Buffer.concat([encode(BOM + ARTICLE, "utf-16le"), Buffer.from([0x41])]))).toMatchObject({
      ...advice,
      rule: "read:broken-utf16",
      reason: expect.stringMatching(/^UTF-16LE that cannot be decoded: its \d+ bytes are no whole number of pairs$/),
    });
  });

  it("are kept where a web page breaks a character or two, and shown so", () => {
    const bytes = Buffer.concat([Buffer.from(ARTICLE), Buffer.from([0xd8]), Buffer.from("\nثم انتهى الحفل.")]);
    expect(decodeClean(bytes, { lenient: true })).toEqual({
      text: `${ARTICLE}\ufffd\nثم انتهى الحفل.`,
      encoding: "utf-8",
      notices: [
        {
          severity: "warning",
          rule: "read:broken-bytes",
          reason: "One character is broken and shown as «\ufffd»",
          line: 6,
          note: "Fetch the page again where the lost characters matter.",
        },
      ],
    });
  });

  it("of any kind never crash and never become Arabic by chance", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.boolean(), (bytes, lenient) => {
        const decoded = decodeClean(bytes, { lenient });
        if ("refused" in decoded) expect(decoded.refused.severity).toBe("fatal");
        else expect(typeof decoded.text).toBe("string");
      }),
    );
  });
});

describe("characters no reader sees", () => {
  const clean = (text: string) => {
    const decoded = decodeClean(Buffer.from(text));
    if ("refused" in decoded) throw new Error(decoded.refused.reason);
    return decoded;
  };

  it("are left out and told of", () => {
    expect(clean("قالت\u200f الوكالة\u200b\nإن\u202b \u202cالقمة\u00ad انتهت\u200f")).toEqual({
      text: "قالت الوكالة\nإن القمة انتهت",
      encoding: "utf-8",
      notices: [
        {
          severity: "info",
          rule: "read:invisible-characters",
          reason: "Left out 6 invisible characters: U+200F ×2, U+200B, U+202B, U+202C, U+00AD",
          line: 1,
        },
      ],
    });
  });

  it("stay where they carry meaning: an emoji of several, a word with a Persian letter", () => {
    const text = "عائلة 👨‍👩‍👧 وكلمة می‌خواهم";
    expect(clean(text)).toMatchObject({ text, notices: [] });
  });

  it("go from an Arabic word", () => {
    expect(clean("ال\u200cرئيس").text).toBe("الرئيس");
  });

  it("fold presentation forms into letters, formulas apart", () => {
    expect(clean("ﻗﺎﻝ ﺍﻟﺮﺋﻴﺲ ﻻ ﷲ ﷺ ﴿آية﴾ ﻣﹹ")).toEqual({
      text: "قال الرئيس لا الله ﷺ ﴿آية﴾ مُّ".replace("مُّ", "م\u064f"),
      encoding: "utf-8",
      notices: [
        {
          severity: "info",
          rule: "read:presentation-forms",
          reason: expect.stringMatching(/^Folded \d+ presentation forms into plain letters$/),
          line: 1,
        },
      ],
    });
  });
});

describe("round trips", () => {
  /** Sentences of invented words around real function words, as any Arabic text has. */
  const word = fc.string({ unit: fc.constantFrom(..."ابتثجحخدذرزسشصضطظعغفقكلمنهوي"), minLength: 2, maxLength: 8 });
  const sentence = fc
    .array(
      fc.oneof(
        word,
        word.map((w) => `ال${w}`),
        fc.constantFrom("في", "من", "على", "أن", "إلى", "وقال", "بعد"),
      ),
      { minLength: 12, maxLength: 40 },
    )
    .map((words) => `${words.join(" ")} في المدينة من أجل السلام على أن التي كانت.`);

  it("through every encoding give the same text", () => {
    fc.assert(
      fc.property(sentence, (text) => {
        for (const bytes of [
          encode(text, "windows-1256"),
          encode(text, "iso-8859-6"),
          encode(text, "utf-16le"),
          encode(text, "utf-16be"),
          Buffer.from(text),
          Buffer.from(mojibake(text, "windows-1256")),
          Buffer.from(mojibake(text, "windows-1252")),
        ]) {
          const decoded = decodeClean(bytes);
          expect("refused" in decoded ? decoded.refused.reason : decoded.text).toBe(text);
        }
      }),
    );
  });

  it("leave UTF-8 as it is, whatever it says", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."ابطظعغ،؛ «»“”—…ßéØÙ§ „abc12\n") }), (text) => {
        fc.pre(!/[ØÙÚÛ]/.test(text));
        const decoded = decodeClean(Buffer.from(`قال ${text}`));
        expect("refused" in decoded ? decoded.refused.reason : decoded.text).toBe(`قال ${text}`);
      }),
    );
  });
});
