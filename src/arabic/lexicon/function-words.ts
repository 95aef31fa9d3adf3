// The marks of purity let the bundler leave out of the search's script what it does not ask for.
import { wordSet } from "./word-set.ts";

/** Words after which a phrase cannot end: prepositions, negations, relatives, conjunctions. */
export const INCOMPLETE_ENDINGS: ReadonlySet<string> = wordSet(
  "من في علي الي عن مع بين حتي منذ خلال بعد قبل تحت فوق ضد نحو حول دون عبر لدي عند مثل عدم غير سوي ان او ام ثم بل لكن التي الذي الذين هو هي كل اي لم لن لا ما قد سوف كما حيث بسبب",
);

/** Words that open when, where, why and how of a sentence that could have ended before them. */
export const ADJUNCT_OPENERS: ReadonlySet<string> = /* @__PURE__ */ wordSet(
  "في علي الي عن مع منذ خلال بعد قبل عقب اثناء عند عبر ضد نحو حول بسبب لدي بين وسط امام لمده بهدف اثر اليوم امس غدا مساء صباح صباحا مساء فجر الاحد الاثنين الثلاثاء الاربعاء الخميس الجمعه السبت وذلك وفق وفقا بحسب حسب بمناسبه برئاسه برعايه بحضور بمشاركه حيث بينما فيما رغم",
);

/** Words no name holds. Folded, the preposition «على» and the name «علي» are one: it may be a name. */
export const NOT_IN_NAMES: ReadonlySet<string> = /* @__PURE__ */ without(INCOMPLETE_ENDINGS, "علي");

/** Words that carry no topic: left out when texts are compared. */
export const STOP_WORDS: ReadonlySet<string> = new Set([
  ...INCOMPLETE_ENDINGS,
  ...wordSet(
    "هذا هذه ذلك تلك هناك هنا وهو وهي وفي ومن وعلي والي كان كانت يكون تكون ليس ليست قال قالت واضاف اضاف اضافت وقال واشار اشار اكد واكد وان فان بان لان كما ايضا اكثر اقل بعض جميع كافه احد احدي عام يوم امس اليوم الماضي المقبل الحالي انه انها انهم وانه وانها بانه له لها لهم به بها فيه فيها منه منها عليه عليها عنه عنها اليه اليها وذلك وكان وكانت وقد فقد لقد اذا اذ لو لولا بينما عندما حين حينما منذ مما فيما الا انما نحن هم هما انا انت",
  ),
]);

/** Past tense verbs of the press, third person: what a new sentence opens with. */
export const NEWS_VERBS: ReadonlySet<string> = /* @__PURE__ */ wordSet(
  "قال قالت قالا اكد اكدت اوضح اوضحت اشار اشارت اضاف اضافت اعلن اعلنت ذكر ذكرت صرح صرحت شدد شددت دعا دعت حث حثت لفت لفتت بين بينت كشف كشفت افاد افادت راي رات اعتبر اعتبرت اعرب اعربت حذر حذرت نفي نفت اتهم اتهمت طالب طالبت وقع وقعت وقعا عقد عقدت اجري اجرت اجتمع اجتمعت التقي التقت استقبل استقبلت بحث بحثت ناقش ناقشت اتفق اتفقت اتفقا وصل وصلت زار زارت شهد شهدت شارك شاركت افتتح افتتحت ترأس تراس رحب رحبت ادان ادانت قرر قررت انتقد انتقدت ابلغ ابلغت ابدي ابدت",
);

/** Nouns that can open a sentence as its subject without the article («مصدر أمني قال»). */
export const INDEFINITE_SUBJECTS: ReadonlySet<string> = /* @__PURE__ */ wordSet(
  "مصدر مصادر مسؤول مسوول مسؤولون مسوولون متحدث ناطق خبير خبراء محلل محللون شاهد شهود وزير رئيس نائب مدير طبيب ضابط مراسل عضو احد بعض كل جميع عده عدد نحو اكثر قتيل جرحي شخص رجل امراه طفل",
);

function without(words: ReadonlySet<string>, word: string): ReadonlySet<string> {
  return new Set([...words].filter((one) => one !== word));
}
