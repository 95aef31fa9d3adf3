import { gunzipSync, gzipSync } from "node:zlib";

/** Before what is packed, so that the browser sees whether the server has unpacked it already. */
const MARK = "sijill_index";

/** Text, small whatever the server compresses. */
export function packText(text: string, level = 9): Buffer {
  return gzipSync(MARK + text, { level });
}

export function unpackText(file: Uint8Array): string {
  return gunzipSync(file).toString("utf8", MARK.length);
}

/** Bytes in the same wrapping; level 9 takes four times as long for 1 %. */
export function packBytes(bytes: Uint8Array): Buffer {
  return gzipSync(Buffer.concat([Buffer.from(MARK), bytes]), { level: 7 });
}
