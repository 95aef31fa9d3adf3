/** The form of the review page: opens an article, gathers changes, checks each as ingesting will, and makes the file. */
import { type Corrected, formatCorrection, isListField } from "../../model/correction.ts";
import { isEdtf } from "../../model/edtf.ts";
import type { EntityType } from "../../model/fields.ts";
import { CORRECTION, fill } from "../strings.ts";
import { articleId, type OpenArticle, openArticle } from "./review/article.ts";
import { type Action, type Change, correctionOf, withChange } from "./review/changes.ts";
import { loadRecords, type Records } from "./review/records.ts";

function find<T extends Element = HTMLElement>(selector: string): T {
  const element = document.querySelector<T>(selector);
  if (!element) throw new Error(`The review page has no ${selector}`);
  return element;
}

const form = find<HTMLFormElement>("#correction");
const articleInput = find<HTMLInputElement>("#article");
const action = find<HTMLSelectElement>("#action");
const field = find<HTMLSelectElement>("#field");
const value = find<HTMLInputElement>("#value");
const values = find<HTMLUListElement>("#values");
const addValue = find<HTMLButtonElement>("#add-value");
const line = find<HTMLSelectElement>("#line");
const target = find<HTMLInputElement>("#target");
const problem = find("#problem");
const said = find("#said");
const download = find<HTMLAnchorElement>("#download");
const { article: pattern = "", records: recordsUrl = "" } = form.dataset;

/** Characters of a line shown in the list of lines. */
const LINE_LENGTH = 90;

let article: OpenArticle | undefined;
let changes: readonly Change[] = [];
let records: Records | undefined;
/** Number of the latest wish: an article that arrives after another was asked for is not shown. */
let latest = 0;
let file: string | undefined;

const isolated = (text: string) => `\u2068${text}\u2069`;
const kind = () => field.selectedOptions[0]?.dataset.kind ?? "title";
const type = () => field.selectedOptions[0]?.dataset.type as EntityType | undefined;
const isLine = () => ["restore", "remove", "split"].includes(action.value);
const isMerge = () => action.value === "merge";
const isList = () => isListField(field.value as Corrected);

/** Opens what stands in the box, with a field chosen. */
async function open(fieldName?: string): Promise<void> {
  latest += 1;
  const mine = latest;
  const id = articleId(articleInput.value, pattern);
  find("#change").hidden = true;
  changes = [];
  article = undefined;
  showResult();
  said.textContent = CORRECTION.loading;
  try {
    const found = id === undefined ? undefined : await openArticle(id, pattern);
    records ??= await loadRecords(recordsUrl).catch(() => undefined);
    if (mine !== latest) return;
    if (found === undefined) {
      said.textContent = fill(CORRECTION.noArticle, { id: isolated(articleInput.value) });
      return;
    }
    article = found;
    said.textContent = found.isCorrected ? CORRECTION.hasCorrection : "";
    showArticle(found, fieldName);
  } catch (error) {
    if (mine !== latest) return;
    said.textContent = CORRECTION.noConnection;
    reportError(error);
  }
}

function showArticle({ id, title, url }: OpenArticle, fieldName: string | undefined): void {
  articleInput.value = id;
  const link = document.createElement("a");
  link.href = url;
  link.textContent = title;
  find("#chosen").replaceChildren(link);
  if ([...field.options].some((option) => option.value === fieldName)) field.value = fieldName as string;
  find("#change").hidden = false;
  showAction();
}

/** The parts of the form that the chosen action and field need. */
function showAction(): void {
  complain("");
  find("#of-field").hidden = isLine() || isMerge();
  find("#of-line").hidden = !isLine();
  find("#of-value").hidden = action.value !== "set";
  find("#of-merge").hidden = !isMerge();
  if (isLine()) showLines();
  else if (!isMerge()) showField();
}

function showField(): void {
  const now = article?.values.get(field.value) ?? [];
  const words = now.map(({ label }) => isolated(label)).join(CORRECTION.comma);
  find("#now").textContent = now.length === 0 ? CORRECTION.nowNone : fill(CORRECTION.now, { value: words });
  value.value = "";
  value.dir = kind() === "date" ? "ltr" : "auto";
  const hints: Readonly<Record<string, string>> = { date: CORRECTION.dateHint, title: CORRECTION.textHint };
  find("#value-hint").textContent = hints[kind()] ?? (type() ? CORRECTION.recordHint : CORRECTION.textHint);
  values.hidden = !isList();
  addValue.hidden = !isList();
  values.replaceChildren(...(isList() ? now.map(({ id, label }) => valueItem(id, label)) : []));
  if (field.value === "title") value.value = now[0]?.id ?? "";
  offerRecords(type());
}

/** The datalist of a field's records; made once a type. */
function offerRecords(of: EntityType | undefined): void {
  const id = of === undefined ? "" : `records-${of}`;
  if (of !== undefined && document.getElementById(id) === null) {
    const list = document.createElement("datalist");
    list.id = id;
    list.append(...(records?.of(of) ?? []).map(({ id: name, label }) => new Option(label, name)));
    form.append(list);
  }
  if (id === "") value.removeAttribute("list");
  else value.setAttribute("list", id);
}

/** One value of a list: it stays while its box is checked. */
function valueItem(id: string, label: string): HTMLLIElement {
  const item = document.createElement("li");
  const box = document.createElement("input");
  box.type = "checkbox";
  box.checked = true;
  box.value = id;
  const name = document.createElement("label");
  const words = document.createElement("bdi");
  words.textContent = label;
  name.append(box, " ", words);
  item.append(name);
  return item;
}

function showLines(): void {
  const lines = (action.value === "restore" ? article?.removed : article?.kept) ?? [];
  const choices =
    action.value === "split"
      ? (article?.cuts ?? []).map(({ label }, index) => [label, String(index)] as const)
      : lines.map((text) => [text, text] as const);
  line.replaceChildren(
    ...choices.map(
      ([text, name]) => new Option(text.length > LINE_LENGTH ? `${text.slice(0, LINE_LENGTH)}…` : text, name),
    ),
  );
  if (choices.length === 0) complain(CORRECTION.noLine);
}

function complain(words: string): void {
  problem.textContent = words;
  for (const input of [value, target])
    input.toggleAttribute("aria-invalid", words !== "" && !input.closest("[hidden]"));
}

/** A value as the correction writes it; undefined, with the reason told, when the field cannot hold it. */
function checkedValue(): string | undefined {
  const words = value.value.trim();
  const wrong = (reason: string) => {
    complain(reason);
    value.focus();
    return undefined;
  };
  if (words === "") return wrong(CORRECTION.noValue);
  if (kind() === "date") return isEdtf(words) ? words : wrong(fill(CORRECTION.notDate, { value: isolated(words) }));
  const of = type();
  if (of === undefined) return words;
  if (records === undefined) return wrong(CORRECTION.noRecords);
  const found = records.find(words, of);
  if (found === "several") return wrong(fill(CORRECTION.ambiguous, { value: isolated(words) }));
  if (found !== "none") return found.id;
  const label = field.selectedOptions[0]?.textContent ?? "";
  return wrong(fill(CORRECTION.notRecord, { value: isolated(words), type: label }));
}

/** Moves the written value into the list; false when it is none. */
function addToList(): boolean {
  const checked = checkedValue();
  if (checked === undefined) return false;
  const isThere = [...values.querySelectorAll<HTMLInputElement>("input")].find((box) => box.value === checked);
  if (isThere) isThere.checked = true;
  else values.append(valueItem(checked, type() ? (records?.label(checked) ?? checked) : checked));
  value.value = "";
  complain("");
  value.focus();
  return true;
}

/** The change the form describes; undefined, with the reason told, when it describes none. */
async function describedChange(): Promise<Change | undefined> {
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
      if ((article?.values.get(name) ?? []).length > 0) return { action: "confirm", field: name };
      complain(CORRECTION.nothingToConfirm);
      return undefined;
    case "restore":
    case "remove":
      if (line.value !== "") return { action: action.value as "restore" | "remove", line: line.value };
      complain(CORRECTION.noLine);
      return undefined;
    case "split": {
      const cut = article?.cuts[Number(line.value)];
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
  const id = articleId(given, pattern);
  const own = article;
  const wrong = (words: string) => {
    complain(words);
    target.focus();
    return undefined;
  };
  if (id === undefined || id === own?.id) return wrong(id === undefined ? CORRECTION.noTarget : CORRECTION.sameArticle);
  try {
    const found = await openArticle(id, pattern);
    if (article !== own) return undefined;
    return found === undefined
      ? wrong(fill(CORRECTION.noArticle, { id: isolated(given) }))
      : { action: "merge", into: found.id };
  } catch (error) {
    reportError(error);
    return wrong(CORRECTION.noConnection);
  }
}

function showResult(): void {
  find("#result").hidden = changes.length === 0 || article === undefined;
  if (article === undefined || changes.length === 0) return;
  const { id, sha256 } = article;
  find("#changes").replaceChildren(...changes.map(changeItem));
  const comments = CORRECTION.comments.map((comment) => fill(comment, { id }));
  const yaml = formatCorrection(correctionOf(changes, sha256), comments);
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
    changes = changes.filter((other) => other !== change);
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
  const words = list.map((id) => isolated(records?.label(id) ?? id)).join(CORRECTION.comma) || CORRECTION.empty;
  return fill(CORRECTION.changes[change.action], { field: label, value: words });
}

form.hidden = false;
find("#open").addEventListener("click", () => open());
articleInput.addEventListener("keydown", (event) => {
  if (event.key !== "Enter") return;
  event.preventDefault();
  open();
});
action.addEventListener("change", showAction);
field.addEventListener("change", showAction);
addValue.addEventListener("click", addToList);
value.addEventListener("input", () => complain(""));
target.addEventListener("input", () => complain(""));
value.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !isList() || value.value.trim() === "") return;
  event.preventDefault();
  addToList();
});
form.addEventListener("submit", async (event) => {
  event.preventDefault();
  complain("");
  const change = article && (await describedChange());
  if (!change) return;
  changes = withChange(changes, change);
  showResult();
  said.textContent = CORRECTION.added;
});

const asked = new URLSearchParams(location.search);
if (asked.has("article")) {
  articleInput.value = asked.get("article") ?? "";
  open(asked.get("field") ?? undefined);
}
