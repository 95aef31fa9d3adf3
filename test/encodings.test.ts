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

interface Copy {
  readonly text: string;
  readonly bytes: Buffer;
}

/** What a text keeps in a one-byte encoding, which lacks some signs and letters, and its bytes there. */
function oneByte(text: string, label: string): Copy {
  const decoder = new TextDecoder(label);
  const codes = new Map(Array.from({ length: 256 }, (_, code) => [decoder.decode(Uint8Array.of(code)), code]));
  const kept = [...text].filter((character) => codes.has(character));
  return { text: kept.join(""), bytes: Buffer.from(kept.map((character) => codes.get(character) as number)) };
}

const ENCODINGS: Readonly<Record<string, (text: string) => Copy>> = {
  "UTF-8 with a mark": (text) => ({ text, bytes: Buffer.from(`\uFEFF${text}`) }),
  "UTF-16 LE": (text) => ({ text, bytes: Buffer.from(`\uFEFF${text}`, "utf16le") }),
  "UTF-16 BE": (text) => ({ text, bytes: Buffer.from(`\uFEFF${text}`, "utf16le").swap16() }),
  "Windows-1256": (text) => oneByte(text, "windows-1256"),
  "ISO-8859-6": (text) => oneByte(text, "iso-8859-6"),
  "UTF-8 twice": (text) => ({ text, bytes: Buffer.from(Buffer.from(text).toString("latin1")) }),
};

/** The article files but for what names the raw file's bytes. */
async function articlesOf(bytes: Buffer): Promise<string> {
  const effects = memoryEffects({ "/archive/raw/a.txt": bytes }, [join(root, "content/authority")]);
  await ingest(effects, { content: "/archive" });
  const files = [...effects.files].filter(([path]) => path.startsWith("/archive/articles/"));
  return files.map(([, file]) => file.toString().replace(/^(?:# Generated|id:|raw:).*\n/gm, "")).join();
}

test.each(Object.entries(ENCODINGS))("in %s the founding articles give the same article files", async (_, encode) => {
  expect(TEXTS.length).toBeGreaterThan(0);
  for (const original of TEXTS) {
    const { text, bytes } = encode(original);
    expect(text.length).toBeGreaterThan(original.length * 0.95);
    expect(await articlesOf(bytes)).toBe(await articlesOf(Buffer.from(text)));
  }
});
