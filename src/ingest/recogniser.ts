import { openRecogniser, type Recogniser, recognise } from "../recognise/recognise.ts";
import type { Recognise } from "../resolve/names.ts";

/** The recogniser of a model's bytes; opened when the first article is read. */
export function recogniserOf(model: Uint8Array): Recognise {
  let recogniser: Recogniser | undefined;
  return (sentences) => {
    recogniser ??= openRecogniser(model);
    return recognise(recogniser, sentences);
  };
}
