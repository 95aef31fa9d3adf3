import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize, sep } from "node:path";
import sirv from "sirv";

/** What docs/publishing.md asks a web server to send; no page needs another host. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** The same where the search page asks another host as well. */
function policyWith(asked: string | undefined): string {
  const own = "connect-src 'self'";
  return asked === undefined ? CONTENT_SECURITY_POLICY : CONTENT_SECURITY_POLICY.replace(own, `${own} ${asked}`);
}

const HEADERS = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "same-origin",
};

const EVENTS = "/.sijill/events";
const SCRIPT = "/.sijill/reload.js";

/** Reloads the page after a build, also after one that it missed because the server was away. */
const RELOAD_SCRIPT = `let lost = false;
const events = new EventSource("${EVENTS}");
events.onopen = () => { if (lost) location.reload(); };
events.onerror = () => { lost = true; };
events.addEventListener("built", () => location.reload());
`;

export interface ServeOptions {
  /** The website's folder; it may appear, change and go while it is served. */
  readonly folder: string;
  /** Path the website is published below, `/` or `/path/`; asked at every request, as the configuration may change. */
  readonly root: () => string;
  /** Scheme and host that the search page asks, if it asks another one; asked at every request. */
  readonly searchOrigin?: () => string | undefined;
  readonly host: string;
  /** The first port to try; 0: any free one. */
  readonly port: number;
  /** Pages reload themselves when `reload` is called. */
  readonly live: boolean;
}

export interface Serving {
  /** Ends in a slash. */
  readonly url: string;
  reload(): void;
  close(): Promise<void>;
}

/** Serves a built website as a plain file server would, on the first free port. */
export async function serve({ folder, root, searchOrigin, host, port, live }: ServeOptions): Promise<Serving> {
  const readers = new Set<ServerResponse>();
  const files = sirv(folder, { dev: true, setHeaders: nameCharset });

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
    response.setHeader("Content-Security-Policy", policyWith(searchOrigin?.()));
    if (request.method !== "GET" && request.method !== "HEAD")
      return send(response, 405, "text/plain", "Method not allowed\n");
    const path = pathOf(request.url);
    if (path === undefined) return send(response, 400, "text/plain", "Bad request\n");
    if (live && path === EVENTS) return keepOpen(response, readers);
    if (live && path === SCRIPT) return send(response, 200, "text/javascript", RELOAD_SCRIPT);
    if (path === "/" && root() !== "/") {
      response.setHeader("Location", root());
      return send(response, 302, "text/plain", "");
    }
    const missing = async () => {
      const page =
        (await readPage(folder, "/404.html")) ?? "<!doctype html><title>404</title><p>There is nothing here.";
      send(response, 404, "text/html", live ? withReload(page) : page);
    };
    if (!path.startsWith(root())) return missing();
    const below = path.slice(root().length - 1);
    const page = await readPage(folder, below);
    if (page !== undefined) return send(response, 200, "text/html", live ? withReload(page) : page);
    request.url = encodeURI(below);
    files(request, response, missing);
  };

  const server = createServer((request, response) => {
    answer(request, response).catch((error: Error) => {
      if (response.headersSent) response.destroy(error);
      else send(response, 500, "text/plain", `${error.message}\n`);
    });
  });
  const taken = await listen(server, host, port);
  const name = host === "127.0.0.1" || host === "::1" || host === "0.0.0.0" || host === "::" ? "localhost" : host;
  return {
    url: `http://${name.includes(":") ? `[${name}]` : name}:${taken}${root()}`,
    reload: () => {
      for (const reader of readers) reader.write("event: built\ndata:\n\n");
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The path of a request, decoded; undefined when it is no path of a website. */
function pathOf(url: string | undefined): string | undefined {
  try {
    const path = decodeURIComponent(new URL(url ?? "/", "http://localhost").pathname);
    return path.includes("\0") ? undefined : path;
  } catch {
    return undefined;
  }
}

/** The HTML of a page address (`/…/` or `/….html`), undefined for other files and for what is not there. */
async function readPage(folder: string, path: string): Promise<string | undefined> {
  const name = path.endsWith("/") ? `${path}index.html` : path;
  if (!name.endsWith(".html")) return undefined;
  const file = normalize(join(folder, name));
  if (!file.startsWith(normalize(folder + sep))) return undefined;
  return readFile(file, "utf8").catch(() => undefined);
}

/** The page with the reloading script before `</body>`, or at its end. */
export function withReload(html: string): string {
  const script = `<script type="module" src="${SCRIPT}"></script>`;
  const at = html.lastIndexOf("</body>");
  return at === -1 ? html + script : html.slice(0, at) + script + html.slice(at);
}

function keepOpen(response: ServerResponse, readers: Set<ServerResponse>): void {
  response.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-store" });
  response.write("retry: 500\n\n");
  readers.add(response);
  response.on("close", () => readers.delete(response));
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, {
    "Content-Type": `${type};charset=utf-8`,
    "Content-Length": Buffer.byteLength(body),
    "Cache-Control": "no-store",
  });
  response.end(response.req.method === "HEAD" ? undefined : body);
}

/** Arabic text files are UTF-8 and have to say so; the rest is left to sirv. */
const TEXT_TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css",
  ".csv": "text/csv",
  ".js": "text/javascript",
  ".md": "text/markdown",
  ".txt": "text/plain",
};

function nameCharset(response: ServerResponse, path: string): void {
  const type = TEXT_TYPES[extname(path)];
  if (type !== undefined) response.setHeader("Content-Type", `${type};charset=utf-8`);
}

const ATTEMPTS = 50;

/** Listens on the first free port from `port` on and returns it. */
async function listen(server: Server, host: string, port: number): Promise<number> {
  for (let attempt = port; ; attempt++) {
    const error = await new Promise<NodeJS.ErrnoException | undefined>((resolve) => {
      server.once("error", resolve);
      server.listen(attempt, host, () => {
        server.off("error", resolve);
        resolve(undefined);
      });
    });
    if (error === undefined) return (server.address() as AddressInfo).port;
    if (error.code !== "EADDRINUSE" || port === 0) throw error;
    if (attempt === port + ATTEMPTS || attempt >= 65_535) throw new Error(`no free port from ${port} to ${attempt}`);
  }
}
