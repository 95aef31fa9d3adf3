/** The changes gathered so far, and the correction file that they make. */
import { formatCorrection } from "../../../model/correction.ts";
import { CORRECTION, fill } from "../../strings.ts";
import { type Change, correctionOf } from "./changes.ts";
import { action, download, field, find, isolated, said } from "./form.ts";
import { state } from "./state.ts";

let file: string | undefined;

/** Shows the changes and offers the file; nothing where there are none. */
export function showResult(): void {
  find("#result").hidden = state.changes.length === 0 || state.article === undefined;
  if (state.article === undefined || state.changes.length === 0) return;
  const { id, sha256 } = state.article;
  find("#changes").replaceChildren(...state.changes.map(changeItem));
  const comments = CORRECTION.comments.map((comment) => fill(comment, { id }));
  const yaml = formatCorrection(correctionOf(state.changes, sha256), comments);
  find("#yaml").textContent = yaml;
  if (file !== undefined) URL.revokeObjectURL(file);
  file = URL.createObjectURL(new Blob([yaml], { type: "application/yaml" }));
  download.href = file;
  download.download = `${id}.yaml`;
  download.textContent = fill(CORRECTION.download, { file: isolated(`${id}.yaml`) });
}

function changeItem(change: Change): HTMLLIElement {
  const item = document.createElement("li");
  const words = document.createElement("span");
  words.textContent = describe(change);
  const drop = document.createElement("button");
  drop.type = "button";
  drop.className = "quiet";
  drop.textContent = CORRECTION.drop;
  drop.setAttribute("aria-label", `${CORRECTION.drop}: ${describe(change)}`);
  drop.addEventListener("click", () => {
    state.changes = state.changes.filter((other) => other !== change);
    showResult();
    said.textContent = CORRECTION.dropped;
    action.focus();
  });
  item.append(words, " ", drop);
  return item;
}

function describe(change: Change): string {
  if ("line" in change) return fill(CORRECTION.changes[change.action], { value: isolated(change.line) });
  if ("cut" in change) return fill(CORRECTION.changes.split, { value: isolated(String(change.cut)) });
  if ("into" in change) return fill(CORRECTION.changes.merge, { value: isolated(change.into) });
  const label = [...field.options].find((option) => option.value === change.field)?.textContent ?? change.field;
  const list = change.action === "set" ? [change.value].flat() : [];
  const words = list.map((id) => isolated(state.records?.label(id) ?? id)).join(CORRECTION.comma) || CORRECTION.empty;
  return fill(CORRECTION.changes[change.action], { field: label, value: words });
}
