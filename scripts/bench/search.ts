import { type Browser, chromium, type Page } from "playwright-core";
import { serve } from "../../src/dev/serve.ts";
import { findChromium } from "../chromium.ts";

/** What one question costs a reader: what the browser fetches of the index, and how long until the results stand there. */
export interface SearchCost {
  readonly query: string;
  readonly bytes: number;
  readonly requests: number;
  /** The results on the screen, a file each. */
  readonly resultBytes: number;
  readonly results: number;
  readonly milliseconds: number;
}

export interface SearchFigures {
  /** Each in a browser that knows nothing of the site, the search page itself not counted. */
  readonly first: readonly SearchCost[];
  /** One after the other on one page. */
  readonly later: readonly SearchCost[];
}

/** Words as the synthetic articles have them: names, words, phrases, questions of several words, exclusion. */
const QUERIES = [
  "الصين",
  "العلاقات الثنائية",
  "فيضانات",
  "قانون الانتخابات",
  "بوتين",
  "صندوق النقد الدولي",
  "أسعار النفط",
  "«معرض الكتاب»",
  "القاهرة",
  "مهرجان الموسيقى",
  "الطاقة المتجددة في المغرب",
  "زلزال",
  "قمة الرياض",
  "الأمم المتحدة",
  "واشنطن",
  "البرلمان يقر قانونا جديدا",
  "تغير المناخ -مؤتمر",
  "التضخم",
  "الاستثمار",
  "منظمة الصحة العالمية",
];
const FIRST = 3;

/** Asks a built site in Chromium through its own search page, wide enough for the filters to be open. */
export async function measureSearch(folder: string): Promise<SearchFigures> {
  const site = await serve({ folder, root: () => "/", host: "127.0.0.1", port: 0, live: false });
  const browser = await chromium.launch({ executablePath: await findChromium(), args: ["--disable-dev-shm-usage"] });
  try {
    const first: SearchCost[] = [];
    for (const query of QUERIES.slice(0, FIRST)) {
      const visit = await openPage(browser, site.url, query);
      first.push({ query, ...costOf(await visit.settle()), milliseconds: visit.milliseconds });
      await visit.close();
    }
    const visit = await openPage(browser, site.url, "الحكومة");
    await visit.settle();
    const later: SearchCost[] = [];
    for (const query of QUERIES) {
      const milliseconds = await ask(visit.page, query);
      later.push({ query, ...costOf(await visit.settle()), milliseconds });
    }
    await visit.close();
    return { first, later };
  } finally {
    await browser.close();
    await site.close();
  }
}

interface Fetched {
  readonly path: string;
  readonly bytes: number;
}

async function openPage(browser: Browser, url: string, query: string) {
  const context = await browser.newContext({ locale: "ar", viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  let fetched: Promise<Fetched>[] = [];
  page.on("requestfinished", (request) => {
    const path = new URL(request.url()).pathname;
    if (!path.startsWith("/search-index/")) return;
    fetched.push(
      request.sizes().then((sizes) => ({ path, bytes: sizes.responseBodySize + sizes.responseHeadersSize })),
    );
  });
  const begun = performance.now();
  await page.goto(`${url}search/?q=${encodeURIComponent(query)}`);
  await page.waitForFunction(() => document.querySelector("#results > li") !== null);
  return {
    page,
    milliseconds: performance.now() - begun,
    /** What was fetched since it was last asked, when nothing more comes. */
    settle: async (): Promise<Fetched[]> => {
      for (let before = -1; before !== fetched.length; ) {
        before = fetched.length;
        await page.waitForTimeout(500);
      }
      const all = await Promise.all(fetched);
      fetched = [];
      return all;
    },
    close: () => context.close(),
  };
}

function costOf(fetched: readonly Fetched[]): Omit<SearchCost, "query" | "milliseconds"> {
  const results = fetched.filter(({ path }) => path.includes("/page/"));
  const rest = fetched.filter(({ path }) => !path.includes("/page/"));
  const sum = (some: readonly Fetched[]) => some.reduce((bytes, one) => bytes + one.bytes, 0);
  return { bytes: sum(rest), requests: rest.length, resultBytes: sum(results), results: results.length };
}

/** Milliseconds from the question to its results. */
function ask(page: Page, query: string): Promise<number> {
  return page.evaluate((words) => {
    const list = document.querySelector("#results") as HTMLElement;
    const form = document.querySelector("form.search") as HTMLFormElement;
    const input = document.querySelector("#query") as HTMLInputElement;
    return new Promise<number>((resolve) => {
      const begun = performance.now();
      new MutationObserver((_, observer) => {
        observer.disconnect();
        resolve(performance.now() - begun);
      }).observe(list, { childList: true });
      input.value = words;
      form.requestSubmit();
    });
  }, query);
}

/** One line a question, then the means. */
export function formatSearch({ first, later }: SearchFigures): string {
  const kb = (bytes: number) => `${(bytes / 1000).toFixed(1)} KB`;
  const line = (name: string, cost: Omit<SearchCost, "query">) =>
    `${name}: ${kb(cost.bytes)} in ${Number(cost.requests.toFixed(1))} requests, ${Math.round(cost.milliseconds)} ms; ${Number(cost.results.toFixed(1))} results shown ${kb(cost.resultBytes)}`;
  const mean = (costs: readonly SearchCost[]): Omit<SearchCost, "query"> => {
    const of = (pick: (cost: SearchCost) => number) =>
      costs.reduce((sum, cost) => sum + pick(cost), 0) / Math.max(1, costs.length);
    return {
      bytes: of(({ bytes }) => bytes),
      requests: of(({ requests }) => requests),
      resultBytes: of(({ resultBytes }) => resultBytes),
      results: of(({ results }) => results),
      milliseconds: of(({ milliseconds }) => milliseconds),
    };
  };
  return [
    ...first.map((cost) => line(`first «${cost.query}»`, cost)),
    ...later.map((cost) => line(`later «${cost.query}»`, cost)),
    line("first search, mean", mean(first)),
    line("later searches, mean", mean(later)),
  ].join("\n");
}
