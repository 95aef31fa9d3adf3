import { dirname, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import Eleventy from "@11ty/eleventy";
import type { AnyPage, PageKind } from "./site-data.ts";
import type { SiteFrame } from "./views/parts.ts";

/** Pages that are rendered and written together, as views: they are copied to another thread. */
export interface PageBatch {
  readonly frame: SiteFrame;
  /** The folder of the site. */
  readonly output: string;
  /** Path of the file below the folder, with `/`. */
  readonly pages: readonly { readonly path: string; readonly view: AnyPage }[];
}

/** Eleventy wants an input folder that exists; ours holds no template: all are virtual. */
const INPUT = dirname(fileURLToPath(import.meta.url));

/**
 * Writes pages through Eleventy: one virtual template a kind of page, paginated one job a page. Eleventy copies and
 * merges what stands in the data of a template, so the data are numbers; views stay behind `render`. It keeps
 * every page it renders until it is done: hand it some thousand at a time.
 */
export async function writePages(
  { pages, frame, output }: PageBatch,
  renderPage: (page: AnyPage, frame: SiteFrame) => string,
): Promise<void> {
  if (pages.length === 0) return;
  const jobs = pages.map(({ path, view }) => ({ kind: view.kind, path, render: () => renderPage(view, frame) }));
  const kinds = [...new Set(jobs.map(({ kind }) => kind))];
  const failures: Error[] = [];
  // From the root folder Eleventy loses templates below an absolute path; a relative one works from anywhere.
  const eleventy = new Eleventy(relative(process.cwd(), INPUT) || ".", resolve(output), {
    quietMode: true,
    configPath: false,
    config(config) {
      config.setUseGitIgnore(false);
      // Quiet mode comes too late for these times, which a busy machine makes long enough to be printed.
      config.benchmarks.config.setIsVerbose(false);
      config.setTemplateFormats("11ty.js");
      for (const kind of kinds) config.addTemplate(`${kind}.11ty.js`, templateFor(kind, jobs, failures));
    },
  });
  eleventy.disableLogger();
  // Eleventy wraps an error of a template in its own, which name the virtual file: the page says more.
  await eleventy.write().catch((error: unknown) => {
    throw failures[0] ?? error;
  });
}

interface PageJob {
  readonly kind: PageKind;
  readonly path: string;
  /** The whole document. */
  render(): string;
}

interface PageData {
  readonly job: number;
}

function templateFor(kind: PageKind, jobs: readonly PageJob[], failures: Error[]) {
  const indices = jobs.flatMap((job, index) => (job.kind === kind ? [index] : []));
  const jobOf = ({ job }: PageData) => jobs[job] as PageJob;
  return {
    data: () => ({
      indices,
      pagination: { data: "indices", size: 1, alias: "job" },
      permalink: (data: PageData) => `/${jobOf(data).path}`,
      eleventyExcludeFromCollections: true,
    }),
    render: (data: PageData) => {
      const job = jobOf(data);
      try {
        return job.render();
      } catch (error) {
        const failure = new Error(`${job.path}: ${error instanceof Error ? error.message : String(error)}`, {
          cause: error,
        });
        failures.push(failure);
        throw failure;
      }
    },
  };
}
