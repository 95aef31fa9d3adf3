import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { packageRoot } from "../src/effects.ts";
import { ingest } from "../src/ingest.ts";
import { memoryEffects } from "./support/memory-effects.ts";

const root = packageRoot();
const raw = join(root, "content/raw");
const TEXTS = readdirSync(raw, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".txt"))
  .map((path) => readFileSync(join(raw, path), "utf8").replace(/^\uFEFF/, ""));

/** Bytes of a one-byte encoding; undefined when it lacks a character of the text. */
function oneByte(text: string, label: string): Buffer | undefined {
  const decoder = new TextDecoder(label);
  const codes = new Map(Array.from({ length: 256 }, (_, code) => [decoder.decode(Uint8Array.of(code)), code]));
  const bytes = [...text].map((character) => codes.get(character));
  return bytes.includes(undefined) ? undefined : Buffer.from(bytes as number[]);
}

const swapped = (text: string) => Buffer.from(`\uFEFF${text}`, "utf16le").swap16();
const ENCODINGS: Readonly<Record<string, (text: string) => Buffer | undefined>> = {
  "UTF-8 with a mark": (text) => Buffer.from(`\uFEFF${text}`),
  "UTF-16 LE": (text) => Buffer.from(`\uFEFF${text}`, "utf16le"),
  "UTF-16 BE": swapped,
  "Windows-1256": (text) => oneByte(text, "windows-1256"),
  "ISO-8859-6": (text) => oneByte(text, "iso-8859-6"),
  "UTF-8 twice": (text) => Buffer.from(Buffer.from(text).toString("latin1")),
};

/** The article files but for what names the raw file's bytes. */
async function articlesOf(bytes: Buffer): Promise<string> {
  const effects = memoryEffects({ "/archive/raw/a.txt": bytes }, [join(root, "content/authority")]);
  await ingest(effects, { content: "/archive" });
  const files = [...effects.files].filter(([path]) => path.startsWith("/archive/articles/"));
  return files.map(([, file]) => file.toString().replace(/^(?:# Generated|id:|raw:).*\n/gm, "")).join();
}

test.each(Object.entries(ENCODINGS))(
  "in %s the founding articles give the same article files",
  async (name, encode) => {
    let compared = 0;
    for (const text of TEXTS) {
      const bytes = encode(text);
      if (bytes === undefined) continue;
      compared++;
      expect(await articlesOf(bytes)).toBe(await articlesOf(Buffer.from(text)));
    }
    if (!name.startsWith("ISO") && !name.startsWith("Windows")) expect(compared).toBe(TEXTS.length);
    expect(TEXTS.length).toBeGreaterThan(0);
  },
);
