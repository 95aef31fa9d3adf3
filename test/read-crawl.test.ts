import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { articlesIn, problemsIn, readAll } from "./support/readings.ts";

const LEAD = "افتتحت المكتبة البلدية قاعة جديدة للمخطوطات بعد ترميم دام ثلاث سنوات. ".repeat(4);
const pageOf = (n: number) =>
  `<html><head><meta charset="utf-8"><title>قاعة المخطوطات ${n}</title></head><body><article><h1>قاعة المخطوطات ${n}</h1><p>${LEAD}</p></article></body></html>`;

interface Shape {
  readonly type?: string;
  readonly mime?: string;
  /** Absent: the true one; empty: no such field. */
  readonly length?: string;
  readonly fields?: string;
}

let made = 0;

function record(
  block: string | Buffer,
  { type = "response", mime = "application/http", length, fields = "" }: Shape = {},
) {
  const bytes = Buffer.from(block as string);
  const size = length === "" ? "" : `Content-Length: ${length ?? bytes.length}\r\n`;
  const id = `<urn:uuid:00000000-0000-4000-8000-${String(++made).padStart(12, "0")}>`;
  return Buffer.concat([
    Buffer.from(
      `WARC/1.0\r\nWARC-Type: ${type}\r\nWARC-Record-ID: ${id}\r\nWARC-Target-URI: https://a.example/${made}\r\nContent-Type: ${mime}\r\n${fields}${size}\r\n`,
    ),
    bytes,
    Buffer.from("\r\n\r\n"),
  ]);
}

const blockOf = (n: number) => `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n${pageOf(n)}`;
const response = (n: number, shape?: Shape) => record(blockOf(n), shape);
/** With the empty lines that end a record. */
const bytesOf = (n: number) => Buffer.byteLength(blockOf(n)) + 4;
const titles = (readings: Awaited<ReturnType<typeof readAll>>) =>
  articlesIn(readings).map(({ metadata }) => metadata.title?.chosen[0].value);

describe("a crawl", () => {
  it("is read the same in pieces cut anywhere, compressed record by record or not at all", async () => {
    const records = [
      record("software: x\r\n", { type: "warcinfo", mime: "application/warc-fields" }),
      response(1),
      // A header without fields, at whose end the next record begins.
      record("GET / HTTP/1.1\r\n\r\n", { type: "request" }),
      record("HTTP/1.1 304 Not Modified\r\n\r\n", { type: "revisit" }),
      record(`HTTP/1.1 200 OK\r\n\r\n${pageOf(2)}`),
      record("198.51.100.7\r\n", { mime: "text/dns" }),
      record(pageOf(3), { type: "resource", mime: "text/html" }),
      response(4),
    ];
    const plain = Buffer.concat(records);
    const expected = [1, 2, 3, 4].map((n) => `قاعة المخطوطات ${n}`);
    for (const bytes of [plain, Buffer.concat(records.map((one) => gzipSync(one)))]) {
      for (const size of [1, 2, 3, 4, 5, 7, 64, 509, bytes.length]) {
        async function* pieces() {
          for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
        }
        const readings = await readAll("c.warc", pieces());
        expect([size, titles(readings)]).toEqual([size, expected]);
        expect(problemsIn(readings)).toEqual([
          "raw/c.warc info read:left-out Of 8 records only Arabic pages are articles; left out: 1 × warcinfo, 1 × request, 1 × revisit, 1 × not HTML",
        ]);
      }
    }
  });

  it("loses nothing but a record whose length is wrong or missing", async () => {
    const short = response(2, { length: "200" });
    const none = response(4, { length: "" });
    const readings = await readAll("c.warc", Buffer.concat([response(1), short, response(3), none, response(5)]));
    expect(titles(readings).filter((title) => !title?.endsWith("2"))).toEqual(
      [1, 3, 5].map((n) => `قاعة المخطوطات ${n}`),
    );
    expect(problemsIn(readings).filter((line) => line.includes("read:damaged-record"))).toEqual([
      `raw/c.warc warning read:damaged-record After 2 records ${bytesOf(2) - 200} bytes were passed over: the record before is longer than it says, or it is no WARC record`,
      `raw/c.warc warning read:damaged-record After 3 records ${bytesOf(4)} bytes were passed over: the record before does not say how long it is (Content-Length: none)`,
    ]);
  });

  it("tells of a page that the crawler cut off", async () => {
    const readings = await readAll("c.warc", response(1, { fields: "WARC-Truncated: length\r\n" }));
    expect(titles(readings)).toEqual(["قاعة المخطوطات 1"]);
    expect(problemsIn(readings)).toEqual([
      `raw/c.warc warning read:cut-off-page https://a.example/${made}: the crawler kept only the beginning of the page (WARC-Truncated: length)`,
    ]);
  });

  it("undoes the chunks a page was sent in", async () => {
    const [bytes, half] = [Buffer.from(pageOf(1)), 300];
    const chunk = (part: Buffer) =>
      Buffer.concat([Buffer.from(`${part.length.toString(16)}\r\n`), part, Buffer.from("\r\n")]);
    const body = Buffer.concat([chunk(bytes.subarray(0, half)), chunk(bytes.subarray(half)), Buffer.from("0\r\n\r\n")]);
    const head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n";
    const [chunked, plain] = [record(Buffer.concat([Buffer.from(head), body])), response(1)];
    const [one, other] = articlesIn(await readAll("c.warc", Buffer.concat([chunked, plain])));
    expect(one?.text).toBe(other?.text);
    expect(one?.sha256).toBe(other?.sha256);
  });
});
