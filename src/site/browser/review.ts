/** The form of the review page: opens an article, gathers changes, checks each as ingesting will, and makes the file. */
import { CORRECTION, fill } from "../strings.ts";
import { articleId, type OpenArticle, openArticle } from "./review/article.ts";
import { withChange } from "./review/changes.ts";
import { describedChange } from "./review/described.ts";
import {
  action,
  addValue,
  articleInput,
  articlePattern,
  complain,
  field,
  find,
  form,
  isLine,
  isList,
  isMerge,
  isolated,
  line,
  recordsUrl,
  said,
  target,
  value,
} from "./review/form.ts";
import { loadRecords } from "./review/records.ts";
import { showResult } from "./review/result.ts";
import { state } from "./review/state.ts";
import { addToList, showField } from "./review/values.ts";

/** Characters of a line shown in the list of lines. */
const LINE_LENGTH = 90;

/** Number of the latest wish: an article that arrives after another was asked for is not shown. */
let latest = 0;

/** Opens what stands in the box, with a field chosen. */
async function open(fieldName?: string): Promise<void> {
  latest += 1;
  const mine = latest;
  const id = articleId(articleInput.value, articlePattern);
  find("#change").hidden = true;
  state.changes = [];
  state.article = undefined;
  showResult();
  said.textContent = CORRECTION.loading;
  try {
    const found = id === undefined ? undefined : await openArticle(id, articlePattern);
    state.records ??= await loadRecords(recordsUrl).catch(() => undefined);
    if (mine !== latest) return;
    if (found === undefined) {
      said.textContent = fill(CORRECTION.noArticle, { id: isolated(articleInput.value) });
      return;
    }
    state.article = found;
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

function showLines(): void {
  const lines = (action.value === "restore" ? state.article?.removed : state.article?.kept) ?? [];
  const choices =
    action.value === "split"
      ? (state.article?.cuts ?? []).map(({ label }, index) => [label, String(index)] as const)
      : lines.map((text) => [text, text] as const);
  line.replaceChildren(
    ...choices.map(
      ([text, name]) => new Option(text.length > LINE_LENGTH ? `${text.slice(0, LINE_LENGTH)}…` : text, name),
    ),
  );
  if (choices.length === 0) complain(CORRECTION.noLine);
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
  const change = state.article && (await describedChange());
  if (!change) return;
  state.changes = withChange(state.changes, change);
  showResult();
  said.textContent = CORRECTION.added;
});

const asked = new URLSearchParams(location.search);
if (asked.has("article")) {
  articleInput.value = asked.get("article") ?? "";
  open(asked.get("field") ?? undefined);
}
