/**
 * Lines that belong to the website, not to the article. Each rule is tried on a whole line without its
 * bullet, in the letters of `fold`. `matches` and `misses` are tested as they stand.
 */
export interface FurnitureRule {
  readonly rule: string;
  readonly expression: RegExp;
  readonly matches: readonly string[];
  readonly misses: readonly string[];
}

/** Names of platforms a site asks to be followed on. */
const PLATFORM =
  "قناتنا|صفحتنا|حسابنا|google|جوجل|غوغل|تويتر|twitter|فيسبوك|facebook|تلغرام|تيليغرام|telegram|واتساب|whatsapp|انستغرام|instagram|يوتيوب|youtube|التطبيق|نشرتنا|النشره البريديه";

/** What follows a request that could also be a past tense: «تابع قناتنا» asks, «تابع الرئيس» reports. */
const OURS =
  "(?:قناتنا|صفحتنا|حسابنا|نشرتنا|التطبيق|معنا|اخر|احدث|كل|جميع|المزيد|الان|علي|عبر|في|الي|قناه|صفحه|google|جوجل|غوغل)(?![\\p{L}])";

export const FURNITURE: readonly FurnitureRule[] = [
  {
    rule: "clean:search-box",
    expression: /^(?:search|close this (?:search box|module|popup)\.?|search for:?|بحث|ابحث|ابحث هنا|البحث عن:?)$/,
    matches: ["Search", "Close this module.", "بحث"],
    misses: ["بحث الرئيسان العلاقات", "Search results of the committee"],
  },
  {
    rule: "clean:share-button",
    expression: /^(?:مشاركه|شارك|شاركها|شارك المقال|شارك الخبر|انشر|انشرها|نشر|share|share this|tweet|تغريد)\s*:?$/,
    matches: ["مشاركة :", "مشاركة", "شارك الخبر:", "Share"],
    misses: ["مشاركة مصر في القمة", "شارك الوزير في الاجتماع"],
  },
  {
    rule: "clean:clock",
    expression: /^\d{1,2}:\d{2}(?:\s*(?:am|pm|ص|م))?$/,
    matches: ["00:00", "١٢:٣٠", "9:05 م"],
    misses: ["في 00:00", "2:1 للضيوف"],
  },
  {
    rule: "clean:counter",
    expression: /^\d{1,6}$/,
    matches: ["4", "0", "١٢"],
    misses: ["2021/3/4", "4 قتلى"],
  },
  {
    rule: "clean:image-label",
    expression: /^(?:(?:news|article|post|main|featured)[-_ ])?(?:picture|image|photo|thumbnail|img)(?:[-_ ]\d+)?$/,
    matches: ["news-picture", "image", "featured_photo-2"],
    misses: ["picture of the day: Cairo", "صورة"],
  },
  {
    rule: "clean:follow-us",
    expression: new RegExp(
      `^(?:لل?حصول علي [^.]{0,80})?(?:(?:تابعنا|تابعونا|تابعوا|اشتركوا|انضموا)(?=[\\s:])|(?:تابع|اشترك|انضم)\\s+(?=${OURS})).{0,100}(?:${PLATFORM}).{0,60}$`,
      "u",
    ),
    matches: ["تابعونا على فيسبوك", "للحصول على آخر الأخبار تابع صفحتنا على تويتر", "اشترك في قناة تلغرام"],
    misses: ["تابع الرئيس سير العمل في المصنع.", "تابعت الوزارة حسابات على فيسبوك", "انضم الفريق إلى منصة يوتيوب"],
  },
  {
    rule: "clean:by-admin",
    expression:
      /^(?:by|بواسطه|كتب(?:ه)?|الكاتب|author)(?:\s*:)?\s*(?:admin|administrator|ادمن|المدير|editor|webmaster)$/,
    matches: ["By admin", "بواسطة: admin", "كتب: أدمن"],
    misses: ["By Adam", "كتب المدير الفني رسالة"],
  },
  {
    rule: "clean:read-also",
    expression:
      /^(?:(?:اقرا|اقراي|اقراوا|اقرووا|شاهد|طالع)(?:وا)?\s+(?:ايضا|المزيد|كذلك)(?:\s*:.*|\s*\.{0,3})|(?:للمزيد|اقرا|طالع)\s*:.*)$/,
    matches: ["اقرأ أيضاً: نتائج القمة", "اقرأ المزيد", "شاهد أيضا", "للمزيد: نتائج القمة", "اقرأ: نتائج القمة"],
    misses: ["اقرأ أيضاً ما كتبه المؤلف في هذا الباب", "شاهد المزيد من السكان الحريق"],
  },
  {
    rule: "clean:related-heading",
    expression: /^(?:مواضيع|موضوعات|اخبار|مقالات)\s+(?:ذات صله|متعلقه|مشابهه|قد تهمك)\s*:?$/,
    matches: ["مواضيع ذات صلة", "أخبار متعلقة:"],
    misses: ["أخبار متعلقة بالقمة"],
  },
  {
    rule: "clean:copyright",
    expression: /^(?:©|\(c\)|copyright\b|(?:جميع |كل )?(?:الحقوق|حقوق (?:النشر|الطبع)(?: والنشر)?) محفوظه).{0,80}$/,
    matches: ["© 2021 الموقع", "جميع الحقوق محفوظة لموقعنا"],
    misses: ["قال إن جميع الحقوق محفوظة", "حقوق الطبع والنشر قضية شائكة"],
  },
  {
    rule: "clean:cookies",
    expression:
      /^.{0,60}(?:ملفات تعريف الارتباط|الكوكيز|cookies).{0,120}(?:موافق|نوافق|توافق|accept|سياسه الخصوصيه).{0,60}$/,
    matches: ["نستخدم ملفات تعريف الارتباط لتحسين تجربتك، بالمتابعة أنت توافق على ذلك"],
    misses: ["حذر خبراء من ملفات تعريف الارتباط"],
  },
  {
    rule: "clean:breadcrumb",
    expression: /^(?:الرييسيه|home|الصفحه الرييسيه)\s*[>»›/|\\].{0,120}$/,
    matches: ["الرئيسية > أخبار > سياسة", "Home » World"],
    misses: ["الرئيسية في هذه الخطة"],
  },
  {
    rule: "clean:tags",
    expression:
      /^(?:الوسوم|وسوم|الكلمات المفتاحيه|كلمات مفتاحيه|الكلمات الدلاليه|كلمات دلاليه|tags|keywords)\s*(?::.{0,200})?$/,
    matches: ["الوسوم: الصين، روسيا", "Tags: china"],
    misses: ["رصدت الوسوم الأكثر تداولا", "الوسوم الأكثر تداولا اليوم"],
  },
  {
    rule: "clean:navigation",
    expression:
      /^(?:التالي|السابق|القايمه|menu|طباعه|ارسال|ارسل|تعليق|تعليقات|التعليقات|اترك تعليقا?|المزيد|عوده|الي الاعلي|print|email|comments?|\d+ تعليقات?|next|previous|skip to content|advertisement|اعلان|اعلانات)$/,
    matches: ["طباعة", "التعليقات", "Menu", "Skip to content"],
    misses: ["التالي في الترتيب", "إعلان النتائج"],
  },
];
