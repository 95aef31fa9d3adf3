import { expect, test } from "vitest";
import { parseContext, parseText } from "../src/parse.ts";
import { authorityOf, rawArticle } from "./support/world.ts";

const PLACES = `
wadia: {prefLabel: الواديا, kind: country, demonym: [وادياوي]}
coast: {prefLabel: الساحل الشرقي, kind: region, country: wadia}
marjana: {prefLabel: مرجانة, kind: capital, country: wadia, broader: [coast]}
bala: {prefLabel: بالة, kind: country}
`;

test.each([
  ["عقد الوزيران اجتماعا في الواديا أمس.", "wadia:الواديا"],
  ["عقد الوزيران اجتماعا في الواديا بمدينة مرجانة أمس.", "marjana:مرجانة"],
  ["عقد الوزيران اجتماعا في الواديا، وتحديدا في مرجانة.", "marjana:مرجانة"],
  ["عقد الوزيران اجتماعا في الساحل الشرقي، في مدينة مرجانة.", "marjana:مرجانة"],
  ["عقد الوزيران اجتماعا في مرجانة في الواديا.", "marjana:مرجانة"],
  ["عقد الوزيران اجتماعا في العاصمة الوادياوية مرجانة.", "marjana:مرجانة"],
  ["عقد الوزيران اجتماعا في الواديا ثم عاد كل منهما إلى بلده عبر مدينة مرجانة.", "wadia:الواديا"],
  ["عقد الوزيران اجتماعا في بالة مع وفد مرجانة.", "bala:بالة"],
  ["سافر الوزيران إلى الواديا.", undefined],
])("the place of the event, the narrower of two named together: «%s»", async (text, expected) => {
  const context = parseContext(await authorityOf({ "places.yaml": PLACES }));
  const place = parseText(rawArticle(text), context).article.fields.eventPlace;
  expect(place && `${place.value}:${place.words}`).toBe(expected);
});
