/** Words by which a page's own lines (date stamps, bylines) are known; compared in the letters of `fold`. */

/** Each noun with and without article and preposition, alone or with the pronoun of what it is done to: «لتحديثه». */
const withAffixes = (stems: string, before: readonly string[], behind: readonly string[]) =>
  stems.split(" ").flatMap((stem) => before.flatMap((front) => behind.map((back) => `${front}${stem}${back}`)));
const nouns = (stems: string) =>
  withAffixes(stems, ["", "ال", "ب", "بال", "ل", "لل", "و", "وال"], ["", "ه", "ها", "ات"]);
/** Verbs of which the page is the object («نُشر», «نُشرت»), and participles («محدَّث», «محدّثة»). */
const verbs = (stems: string) => withAffixes(stems, ["", "و"], ["", "ت"]);
const participles = (stems: string) => withAffixes(stems, ["", "ال", "و"], ["", "ه"]);

/** Beside a date: the article was published, or written for publication, then. */
export const PUBLISHED_WORDS: ReadonlySet<string> = new Set([
  ...nouns("نشر اصدار صدور اضافه ادراج كتابه تحرير بث انشاء ارسال"),
  ...verbs("نشر صدر اضيف ادرج كتب حرر بث انشي ارسل"),
  ...participles("منشور صادر"),
  ..."published posted publication created issued publié publiée".split(" "),
]);

/** Beside a date: the article was changed then. «تحيين» is what the Maghreb calls an update. */
export const MODIFIED_WORDS: ReadonlySet<string> = new Set([
  ...nouns("تحديث تعديل تحيين تنقيح تصحيح"),
  ...verbs("حدث عدل نقح صحح"),
  ...participles("محدث معدل محين منقح"),
  ..."update updated modified edited revised jour modifié modifiée actualisé actualisée maj".split(" "),
]);

/** In front of any of these words, or of those of `REVISED_WORDS`, it is the change that is meant: «آخر تحرير», "last edit". */
export const LAST_WORDS: ReadonlySet<string> = new Set(["اخر", "واخر", "last", "latest", "dernière"]);
export const REVISED_WORDS: ReadonlySet<string> = new Set([
  ...nouns("مراجعه تغيير ظهور"),
  ..."edit change revision modification".split(" "),
]);
/** Alone they say that a date follows; of what, the other words of the stamp say. */
export const DATE_WORDS: ReadonlySet<string> = new Set(["تاريخ", "التاريخ", "وتاريخ", "date"]);

/** Behind «تاريخ» or before «في»: what somebody did with the page later, who kept, printed or read it, and its day. */
export const KEPT_WORDS: ReadonlySet<string> = new Set([
  ...nouns("طباعه حفظ ارشفه زياره اطلاع دخول تصفح"),
  ..."printed retrieved accessed archived saved".split(" "),
]);
/** In front of «النشر»: not the first time. */
export const AGAIN_WORDS: ReadonlySet<string> = new Set(["اعيد", "اعيدت", "اعاده", "republished", "reposted"]);

/** Words between those above and a date, which say nothing of it. */
export const STAMP_FILLERS: ReadonlySet<string> = new Set([
  ..."تم تمت في يوم الساعه علي بتاريخ الموافق المصادف وذلك علي ل م ه ص مساء صباحا ظهرا عصرا فجرا ليلا هجري ميلادي هجريه ميلاديه".split(
    " ",
  ),
  ..."الاحد الاثنين الثلاثاء الاربعاء الخميس الجمعه السبت احد اثنين ثلاثاء اربعاء خميس جمعه سبت".split(" "),
  ...withAffixes("خبر مقال مقاله صفحه موضوع تقرير ماده محتوي موقع", ["", "ال", "لل", "هذا ال", "هذه ال"], [""]),
  ..."هذا هذه اول لاول مره وتم وتمت الاخير الاخيره".split(" "),
  // What vBulletin's picture of an old post says.
  "قديم",
  ..."on at by first the was article story page am pm gmt utc ksa gst est cet bst le la à mis mise sunday monday tuesday wednesday thursday friday saturday sun mon tue wed thu fri sat".split(
    " ",
  ),
]);

/** What else a line of stamps holds: counters of readers and comments, buttons, editions, time zones. */
export const STAMP_NEIGHBOURS: ReadonlySet<string> = new Set(
  "السنه العدد رقم عدد المشاهدات مشاهده مشاهدات قراءه قراءات القراءات القراءه الزيارات زياره زيارات مره مرات تعليق تعليقات التعليقات لا توجد يوجد الطبعه النسخه الورقيه مكه المكرمه غرينتش جرينتش محلي المحلي جمت ت توقيت بتوقيت طباعه مشاركه قراء وقت مده دقيقه دقايق min read views view comments comment الف".split(
    " ",
  ),
);

/** Words, folded and without «ال», that sections of a site are named with: «سياسة», «السلم والأمن». */
export const SECTION_WORDS: ReadonlySet<string> = new Set(
  "سياسه سياسي سياسيه اقتصاد اقتصادي اقتصاديه مال اعمال رياضه رياضي رياضيه ثقافه ثقافي ثقافيه فن فنون منوعات محليات محلي محليه عربي عربيه عربيات دولي دوليه دوليات عالم مجتمع صحه طب تكنولوجيا تقنيه علوم بيئه حوادث قضايا قضاء عدل امن سلم تعليم تربيه راي مقالات اخبار خبر عاجل تقارير تحقيقات حقوق انسان مساعدات انسانيه تنميه مناخ مراه طفل شباب قانون شوون برلمان سياحه اسواق طاقه ملفات صحافه اعلام وطن وطني وطنيه داخليه خارجيه جهات مدن حوارات متفرقات اديان دين تراث سينما".split(
    " ",
  ),
);

/** What agencies set before a headline and a stroke, besides the names of sections: «عام / …», «اجتماعي / …». */
export const CATEGORY_WORDS: ReadonlySet<string> = new Set(
  "عام اجتماعي ديني اسلامي علمي امني صحي طبي سياحي تعليمي فني زراعي صناعي نفطي عسكري قضايي برلماني شبابي تراثي".split(
    " ",
  ),
);

/** Before a name at the start of a line: that person wrote or prepared the article. */
export const BYLINE_WORDS = [
  "كتب",
  "كتبت",
  "كتبه",
  "كتبها",
  "بقلم",
  "اعداد",
  "تحرير",
  "تقرير",
  "حوار",
  "ترجمه",
] as const;
