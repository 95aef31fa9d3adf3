import { expect, test } from "vitest";
import { parseContext } from "../src/parse/context.ts";
import { parseText } from "../src/parse.ts";
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
  // Behind an adjective, a genitive, a day, a name.
  ["اختتمت القمة العربية الطارئة في مرجانة أعمالها.", "marjana:مرجانة"],
  ["جاء ذلك في ختام لقاء القادة في مرجانة.", "marjana:مرجانة"],
  ["عقد اجتماع وزاري طارئ مساء الأربعاء في العاصمة الوادياوية مرجانة.", "marjana:مرجانة"],
  ["اندلعت اشتباكات عنيفة بين الجانبين في مرجانة.", undefined],
  ["اندلعت اشتباكات عنيفة ليلا في مرجانة.", "marjana:مرجانة"],
  ["أدى انفجار ضخم في مرجانة إلى إغلاق الطرق.", "marjana:مرجانة"],
  ["انتهت القمة التي عقدت في مرجانة.", "marjana:مرجانة"],
  // What is spoken of, aimed at or long over is not where it was.
  ["بحث الوزيران الأوضاع المؤلمة في الواديا.", undefined],
  ["وجرى بحث تطورات الأزمة في الواديا وسبل حلها.", undefined],
  ["قال الوزير في اللقاء إن ثقافة المسكن في الواديا تحتاج إلى جهد.", undefined],
  ["وقع الوزير على مسودة اتفاقية لتشغيل العمالة المنزلية في الواديا.", undefined],
  ["خططوا لتفجير مساجد في مرجانة.", undefined],
  ["يستعد الفريق للقاء الفائز في مرجانة.", undefined],
  ["يتدرب الفريق قبل لقاء الكأس يوم الأربعاء في مرجانة.", undefined],
  ["عاد اللاعبون من المعسكر الذي أقيم في مرجانة.", undefined],
])("the place of the event, the narrower of two named together: «%s»", async (text, expected) => {
  const context = parseContext(await authorityOf({ "places.yaml": PLACES }));
  const place = parseText(rawArticle(text), context).article.fields.eventPlace;
  expect(place && `${place.value}:${place.words}`).toBe(expected);
});
