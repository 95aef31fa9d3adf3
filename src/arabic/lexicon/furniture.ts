import { rememberByWord } from "../words.ts";
import { FURNITURE_LINES, type FurnitureRule } from "./furniture-lines.ts";
import { wordSet } from "./word-set.ts";

/** Names of platforms a site asks to be followed on. */
const PLATFORM =
  "قناتنا|صفحتنا|حسابنا|google|جوجل|غوغل|تويتر|twitter|فيسبوك|facebook|تلغرام|تيليغرام|telegram|واتساب|whatsapp|انستغرام|instagram|يوتيوب|youtube|التطبيق|نشرتنا|النشره البريديه";

/** What follows a request that could also be a past tense: «تابع قناتنا» asks, «تابع الرئيس» reports. */
const OURS =
  "(?:قناتنا|صفحتنا|حسابنا|نشرتنا|التطبيق|معنا|اخر|احدث|كل|جميع|المزيد|الان|علي|عبر|في|الي|قناه|صفحه|google|جوجل|غوغل)(?![\\p{L}])";

export type { FurnitureRule };

/** All rules, in the order they are tried. */
export const FURNITURE: readonly FurnitureRule[] = [
  {
    rule: "clean:search-box",
    opens: /^(?:search|close|بحث|ابحث|البحث)/,
    expression: /^(?:search|close this (?:search box|module|popup)\.?|search for:?|بحث|ابحث|ابحث هنا|البحث عن:?)$/,
    matches: ["Search", "Close this module.", "بحث"],
    misses: ["بحث الرئيسان العلاقات", "Search results of the committee"],
  },
  {
    rule: "clean:share-button",
    opens: /^(?:مشارك|شارك|انشر|نشر|share|tweet|تغريد)/,
    expression: /^(?:مشاركه|شارك|شاركها|شارك المقال|شارك الخبر|انشر|انشرها|نشر|share|share this|tweet|تغريد)\s*:?$/,
    matches: ["مشاركة :", "مشاركة", "شارك الخبر:", "Share"],
    misses: ["مشاركة مصر في القمة", "شارك الوزير في الاجتماع"],
  },
  {
    rule: "clean:clock",
    opens: /^\d/,
    expression: /^\d{1,2}:\d{2}(?:\s*(?:am|pm|ص|م|ت\s?م|جمت|gmt))?$/,
    matches: ["00:00", "١٢:٣٠", "9:05 م", "16:09 ت م"],
    misses: ["في 00:00", "2:1 للضيوف"],
  },
  {
    rule: "clean:counter",
    opens: /^\d/,
    expression: /^\d{1,6}(?:\s[-–—])?$/,
    matches: ["4", "0", "١٢", "3 -"],
    misses: ["2021/3/4", "4 قتلى"],
  },
  {
    rule: "clean:image-label",
    opens: /^(?:news|article|post|main|featured|picture|image|photo|thumbnail|img)/,
    expression: /^(?:(?:news|article|post|main|featured)[-_ ])?(?:picture|image|photo|thumbnail|img)(?:[-_ ]\d+)?$/,
    matches: ["news-picture", "image", "featured_photo-2"],
    misses: ["picture of the day: Cairo", "صورة"],
  },
  {
    rule: "clean:follow-us",
    opens: /^(?:لل?حصول|تابع|اشترك|انضم)/,
    expression: new RegExp(
      `^(?:لل?حصول علي [^.]{0,80})?(?:(?:تابعنا|تابعونا|تابعوا|اشتركوا|انضموا)(?=[\\s:])|(?:تابع|اشترك|انضم)\\s+(?=${OURS})).{0,100}(?:${PLATFORM}).{0,60}$`,
      "u",
    ),
    matches: ["تابعونا على فيسبوك", "للحصول على آخر الأخبار تابع صفحتنا على تويتر", "اشترك في قناة تلغرام"],
    misses: ["تابع الرئيس سير العمل في المصنع.", "تابعت الوزارة حسابات على فيسبوك", "انضم الفريق إلى منصة يوتيوب"],
  },
  {
    rule: "clean:by-admin",
    opens: /^(?:by|بواسطه|كتب|الكاتب|author)/,
    expression:
      /^(?:by|بواسطه|كتب(?:ه)?|الكاتب|author)(?:\s*:)?\s*(?:admin|administrator|ادمن|المدير|editor|webmaster|(?:فريق|هييه|اسره) التحرير)$/,
    matches: ["By admin", "بواسطة: admin", "كتب: أدمن", "بواسطة فريق التحرير"],
    misses: ["By Adam", "كتب المدير الفني رسالة"],
  },
  {
    rule: "clean:read-also",
    opens: /^(?:اقرا|اقرو|شاهد|طالع|للمزيد)/,
    expression:
      /^(?:(?:اقرا|اقراي|اقراوا|اقرووا|شاهد|طالع)(?:وا)?\s+(?:ايضا|المزيد|كذلك)(?:\s*:.*|\s*\.{0,3})|(?:للمزيد|اقرا|طالع)\s*:.*)$/,
    matches: ["اقرأ أيضاً: نتائج القمة", "اقرأ المزيد", "شاهد أيضا", "للمزيد: نتائج القمة", "اقرأ: نتائج القمة"],
    misses: ["اقرأ أيضاً ما كتبه المؤلف في هذا الباب", "شاهد المزيد من السكان الحريق"],
  },
  {
    rule: "clean:related-heading",
    opens: /^(?:مواضيع|موضوعات|اخبار|مقالات)/,
    expression: /^(?:مواضيع|موضوعات|اخبار|مقالات)\s+(?:ذات صله|متعلقه|مشابهه|قد تهمك)\s*:?$/,
    matches: ["مواضيع ذات صلة", "أخبار متعلقة:"],
    misses: ["أخبار متعلقة بالقمة"],
  },
  {
    rule: "clean:copyright",
    opens: /^(?:copyright|جميع$|كل$|الحقوق|حقوق)/,
    expression: /^(?:©|\(c\)|copyright\b|(?:جميع |كل )?(?:الحقوق|حقوق (?:النشر|الطبع)(?: والنشر)?) محفوظه).{0,80}$/,
    matches: ["© 2021 الموقع", "جميع الحقوق محفوظة لموقعنا"],
    misses: ["قال إن جميع الحقوق محفوظة", "حقوق الطبع والنشر قضية شائكة"],
  },
  {
    rule: "clean:cookies",
    holds: /الارتباط|الكوكيز|cookies/,
    expression:
      /^.{0,60}(?:ملفات تعريف الارتباط|الكوكيز|cookies).{0,120}(?:موافق|نوافق|توافق|accept|سياسه الخصوصيه).{0,60}$/,
    matches: ["نستخدم ملفات تعريف الارتباط لتحسين تجربتك، بالمتابعة أنت توافق على ذلك"],
    misses: ["حذر خبراء من ملفات تعريف الارتباط"],
  },
  {
    rule: "clean:breadcrumb",
    opens: /^(?:الرييسيه|home|الصفحه)/,
    expression: /^(?:الرييسيه|home|الصفحه الرييسيه)\s*[>»›/|\\].{0,120}$/,
    matches: ["الرئيسية > أخبار > سياسة", "Home » World"],
    misses: ["الرئيسية في هذه الخطة"],
  },
  {
    rule: "clean:tags",
    opens: /^(?:الوسوم|وسوم|الكلمات|كلمات|tags|keywords|posted)/,
    expression:
      /^posted in\s.{1,60}$|^(?:الوسوم|وسوم|الكلمات المفتاحيه|كلمات مفتاحيه|الكلمات الدلاليه|كلمات دلاليه|tags|keywords)\s*(?::.{0,200})?$/,
    matches: ["الوسوم: الصين، روسيا", "Tags: china", "Posted in أخبار"],
    misses: ["رصدت الوسوم الأكثر تداولا", "الوسوم الأكثر تداولا اليوم"],
  },
  {
    // «رابط الخبر بجريدة كذا: …», the page's own address or headline once more
    rule: "clean:permalink",
    opens: /^رابط/,
    expression:
      /^رابط (?:الخبر|المقال|المقاله|الموضوع|التقرير|المصدر|الصفحه)(?: (?:ب\S+|(?:في|علي|من) \S+)(?: [^\s:]+){0,2})?\s*(?::.{0,200})?$/,
    matches: ["رابط الخبر بجريدة المرفأ: عودة الصيادين", "رابط المقال: https://a.example/1", "رابط الموضوع"],
    misses: ["رابط الخبر بينهما هو المكان، كما يقول الكاتب: المرفأ.", "نشر رابط الخبر: المرفأ"],
  },
  {
    // An agency's mark that its report is over or goes on, with the initials of those who handled it
    rule: "clean:end-mark",
    opens: /^(?:انتهي|النهايه|يتبع|تمت|the|end)/,
    expression:
      /^[\s/([*#_.-]*(?:انتهي|النهايه|يتبع|تمت|the end|end)[\s/)\]*#_.-]*(?:\d{1,6}[\s/*.]*)?(?:(?<![\p{L}])\p{L}(?:[\s./]+\p{L})*[\s/.]*)?$/u,
    matches: [
      "// انتهى //",
      "انتهى ** 2342",
      "انتهى/25 ف",
      "/انتهى/",
      "(النهاية)",
      "(النهاية) ف ع / م ن",
      "// يتبع //",
      "انتهى",
    ],
    misses: ["انتهى الاجتماع", "النهاية السعيدة", "يتبع الفريق خطة جديدة", "انتهى/ ريح"],
  },
  {
    rule: "clean:disclaimer",
    opens: /^(?:ملاحظه|جميع$|كل$|(?:ال)?(?:مقال|اراء|تعليقات|مواد|تدوين|راي|اخبار|موقع|صحيفه|اداره))/,
    expression:
      /^(?:(?:جميع )?(?:ال)?(?:اخبار|مواد|مقالات|موقع|صحيفه|اداره الموقع)\s[^.:؟]{0,60}(?<!\p{L})و?لا (?:ن|ي|ت)تحمل (?:ال|اي |ايه )?مسووليه(?: عن)?\s.{2,60}$)|^(?:[*•_\s-]*|ملاحظه\s*:\s*)(?:جميع |كل )?(?:ال)?(?:مقالات?|اراء|تعليقات|مواد|مقال|تدوينات?|راي)(?=\s)(?:[^.:؟]{0,60}\s)?(?:لا )?(?:تعبر|يعبر|تمثل|يمثل|تعكس|يعكس)(?: الا)?\s(?:بالضروره\s)?(?:(?:عن|فقط)\s)*(?:بالضروره\s)?(?:راي|اراء|وجهه نظر|وجهات نظر|موقف|سياسه)\s.{0,80}$/u,
    matches: [
      "** جميع المقالات المنشورة تعبر عن آراء أصحابها",
      "الآراء الواردة في المقال لا تعبر بالضرورة عن رأي الموقع.",
      "المقال يعبر عن رأي كاتبه فقط",
      "جميع الأخبار نقلا عن مصادرها ولا نتحمل المسؤولية عن محتواها",
    ],
    misses: [
      "قال إن المقال لا يعبر عن رأي الوزارة",
      "التعليقات تعكس الوضع في المدينة",
      "الصحيفة أكدت أن الوزارة لا تتحمل المسؤولية",
      "آراء الخبراء في الميناء الجديد",
    ],
  },
  {
    rule: "clean:app-invitation",
    opens: /^(?:يمكنك|حمل|نزل|لتحميل|لتنزيل|لتلقي|لاستلام|لتصلكم|ندعوكم|للاشتراك)/,
    expression:
      /^(?:يمكنكم|يمكنك|حمل|حملوا|نزل|لتحميل|لتنزيل|لتلقي|لاستلام|لتصلكم|ندعوكم|للاشتراك)(?![\p{L}])(?=.{0,160}(?:اشعار|تنبيه|تطبيق|هاتف|نشره|نشرتنا|بريد|خدمه))(?=.{0,160}(?:كم|نا|تطبيق(?:ه|ها)?|تطبيقنا|خدمتنا|واتساب|تلغرام)(?![\p{L}])).{10,160}$/u,
    matches: [
      "يمكنكم تلقي الإشعارات بعد تنزيل تطبيقنا على هواتفكم",
      "حمّل تطبيق الجريدة لتصلك تنبيهات الأخبار عبر خدمتنا",
      "للاشتراك في نشرتنا البريدية اكتب عنوانك",
    ],
    misses: ["يمكنكم أن تروا الميناء من هنا", "حملت السفينة هواتف", "لتحميل السفن رافعات جديدة"],
  },
  {
    // A line of strokes between two parts of a page
    rule: "clean:separator",
    // Tatweel is folded away: a line of it is empty.
    expression: /^(?:(?:[-–—_=~]\s?){3,}|[|•·›»<>/\\]{1,3}|[-–—.،,])?$/,
    matches: ["-", ".", "------------", "ــــ", "|", "»", "_ _ _ _", "====="],
    misses: ["* * *", "--", "- نعم"],
  },
  {
    rule: "clean:navigation",
    opens:
      /^(?:next|previous|اقرا|شاهد|المزيد|التالي|السابق|القايمه|menu|طباعه|ارسال|ارسل|تعليق|التعليقات|اترك|عوده|الي$|print|email|comment|\d|skip|advertisement|اعلان)/,
    expression:
      /^(?:next previous|(?:\.{2,}|…)?\s*(?:اقرا |شاهد )?المزيد\s*(?:\.{2,}|…|»)?|التالي|السابق|القايمه|menu|طباعه|ارسال|ارسل|تعليق|تعليقات|التعليقات|اترك تعليقا?|المزيد|عوده|الي الاعلي|print|email|comments?|\d+ تعليقات?|next|previous|skip to content|advertisement|اعلان|اعلانات)$/,
    matches: ["طباعة", "التعليقات", "Menu", "Skip to content", "...المزيد", "المزيد…", "Next Previous"],
    misses: ["التالي في الترتيب", "إعلان النتائج"],
  },
  ...FURNITURE_LINES,
];

/** Rules for lines that begin with a word, by that word: see `opens`. */
export const openedBy = rememberByWord((key) => FURNITURE.filter(({ opens }) => opens?.test(key)));

/** Whether a line with the word is furniture for a rule that asks for another than the first: see `holds`. */
export const mayHold = rememberByWord((key) => FURNITURE.some(({ holds }) => holds?.test(key)));

/** Words, folded, with which a site speaks of itself: its pages, its rights, its channels. News has them too, seldom two in a line. */
export const PAGE_WORDS: ReadonlySet<string> = wordSet(
  "موقعنا صفحتنا صفحاتنا قناتنا قنواتنا حسابنا حساباتنا نشرتنا تطبيقنا صحيفتنا جريدتنا خدمتنا خدماتنا التطبيق تطبيق المتصفح متصفحك نسخه اشعار اشعارات الاشعارات للاشعارات تنبيهات النشره البريديه بريدكم بريدك هاتفكم هاتفك جوالك زوار زوارنا قراءنا قراينا القراء التعليقات تعليقاتكم تعليقك الموقع الصفحه الرابط رابط هنا المنشور المنشوره منشور مقالات المقالات المقال الموضوعات كتابها كاتبها كاتبه صاحبها اصحابها راي اراء تعبر يعبر بالضروره تتحمل مسؤوليه مسووليه حقوق الحقوق محفوظه المحتوي الاقتباس النسخ النشر اعاده الخصوصيه الشروط الاحكام اعلان الاعلان اعلانات وسوم الوسوم سمات اخبار الاخبار الرييسيه الالكترونيه الارشيف المزيد مزيد تويتر فيسبوك انستغرام يوتيوب تلغرام تيليغرام واتساب سناب تيك توك غوغل جوجل twitter facebook instagram youtube telegram whatsapp tiktok snapchat google news app share copyright rights reserved website page subscribe newsletter",
);

/** Words, folded, that ask or allow the reader something: «يمكنكم», «اشتركوا», «تابعونا». */
export const READER_WORDS: ReadonlySet<string> = wordSet(
  "يمكنكم يمكنك بامكانكم بامكانك بامكانكن ندعوكم ندعوك اشترك اشتركوا تابعنا تابعونا تابعوا انضم انضموا شاركنا شاركونا شاركوا راسلنا راسلونا اقراوا اضغط اضغطوا انقر انقروا حمل حملوا سجل سجلوا تصفح تصفحوا زوروا للاشتراك للتواصل للتواصل لمتابعه لمتابعتنا للمتابعه للمزيد لمعرفه للاطلاع لتحميل لتنزيل تحميل تنزيل استلام تسلم تلقي اعجبكم اعجبك رايكم رايك تصفحك تصفحكم موافقتك",
);
