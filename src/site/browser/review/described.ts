/** The change that the form of the review page describes. */
import type { Corrected } from "../../../model/correction.ts";
import { CORRECTION, fill } from "../../strings.ts";
import { articleId, openArticle } from "./article.ts";
import type { Action, Change } from "./changes.ts";
import { action, articlePattern, complain, field, isList, isolated, line, target, value, values } from "./form.ts";
import { state } from "./state.ts";
import { addToList, checkedValue } from "./values.ts";

/** The change the form describes; undefined, with the reason told, when it describes none. */
export async function describedChange(): Promise<Change | undefined> {
  const name = field.value as Corrected;
  switch (action.value as Action) {
    case "set": {
      if (isList()) {
        if (value.value.trim() !== "" && !addToList()) return undefined;
        const boxes = [...values.querySelectorAll<HTMLInputElement>("input:checked")];
        return { action: "set", field: name, value: boxes.map((box) => box.value) };
      }
      const checked = checkedValue();
      return checked === undefined ? undefined : { action: "set", field: name, value: checked };
    }
    case "clear":
      if (name !== "title") return { action: "clear", field: name };
      complain(CORRECTION.titleStays);
      return undefined;
    case "confirm":
      if ((state.article?.values.get(name) ?? []).length > 0) return { action: "confirm", field: name };
      complain(CORRECTION.nothingToConfirm);
      return undefined;
    case "restore":
    case "remove":
      if (line.value !== "") return { action: action.value as "restore" | "remove", line: line.value };
      complain(CORRECTION.noLine);
      return undefined;
    case "split": {
      const cut = state.article?.cuts[Number(line.value)];
      if (line.value !== "" && cut !== undefined) return { action: "split", cut: cut.value };
      complain(CORRECTION.noLine);
      return undefined;
    }
    case "merge":
      return mergeInto(target.value.trim());
  }
}

/** The article that this one is a part of must be there, and another. */
async function mergeInto(given: string): Promise<Change | undefined> {
  const id = articleId(given, articlePattern);
  const own = state.article;
  const wrong = (words: string) => {
    complain(words);
    target.focus();
    return undefined;
  };
  if (id === undefined || id === own?.id) return wrong(id === undefined ? CORRECTION.noTarget : CORRECTION.sameArticle);
  try {
    const found = await openArticle(id, articlePattern);
    if (state.article !== own) return undefined;
    return found === undefined
      ? wrong(fill(CORRECTION.noArticle, { id: isolated(given) }))
      : { action: "merge", into: found.id };
  } catch (error) {
    reportError(error);
    return wrong(CORRECTION.noConnection);
  }
}
