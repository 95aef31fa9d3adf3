import { wordSet } from "./word-set.ts";

/**
 * Walks of life that one person hardly changes, by the words of titles, without the article. A word that many walks
 * know («رئيس», «مدير», «نائب», «شيخ») stands in none.
 */
export const WALKS: Readonly<Record<string, ReadonlySet<string>>> = {
  state: wordSet(
    "وزير وزيره سفير سفيره ملك ملكه ولي سيناتور مستشاره لواء عميد عقيد مقدم نقيب ملازم جنرال مشير ادميرال قاضي قاضيه",
  ),
  sport: wordSet("لاعب لاعبه مدرب مدربه مهاجم مدافع هداف ملاكم عداء عداءه سباح سباحه دراج كابتن"),
  arts: wordSet(
    "فنان فنانه مطرب مطربه مغني مغنيه مغن ممثل ممثله مخرج مخرجه شاعر شاعره روائي روائيه موسيقار ملحن راقص راقصه",
  ),
  faith: wordSet("بطريرك مطران اسقف كاردينال قس قمص انبا حاخام مفتي امام بابا"),
};

/** Titles of royal houses. */
export const ROYAL: ReadonlySet<string> = wordSet("الامير الاميره الملك الملكه السلطان");
