// The pages as a city serves them, and Debian's Chromium to read them.

import { createServer } from "node:http";
import { existsSync, readFileSync } from "node:fs";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const pages = fileURLToPath(new URL("../dist/site/", import.meta.url));

const TYPES = {
  ".css": "text/css", ".html": "text/html", ".js": "text/javascript", ".json": "application/json", ".svg": "image/svg+xml",
  ".wasm": "application/wasm", ".webmanifest": "application/manifest+json",
};

/** What the documentation tells a city to send. */
export const POLICY = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

/** The folder `dist/site`, some of its files in another's words; `asked` are the paths that were asked for. */
export async function serve(instead = {}, folder = pages) {
  const asked = [];
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, "http://localhost").pathname));
    asked.push(path);
    const name = path.endsWith("/") ? `${path}index.html` : path;
    const file = join(folder, name);
    if (!(name in instead) && !existsSync(file)) return response.writeHead(404).end();
    const body = instead[name] ?? readFileSync(file);
    response.writeHead(200, { "content-type": TYPES[extname(name)] ?? "application/octet-stream", "content-security-policy": POLICY }).end(body);
  });
  await new Promise((ready) => server.listen(0, "localhost", ready));
  return { address: `http://localhost:${server.address().port}/`, asked, close: () => server.close(server.closeAllConnections()) };
}

/** A browser; `page` opens an address in a fresh profile and gathers what goes wrong in it. */
export async function browser() {
  const engine = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
  return {
    close: () => engine.close(),
    async page(address, { width = 1280, height = 900, language = "zh-CN", scheme = "light", script = true } = {}) {
      const context = await engine.newContext({
        viewport: { width, height }, locale: language, colorScheme: scheme, javaScriptEnabled: script, timezoneId: "Asia/Shanghai",
      });
      const page = await context.newPage();
      page.setDefaultTimeout(8000);
      const wrong = [];
      page.on("pageerror", (error) => wrong.push(String(error)));
      page.on("console", (line) => {
        if (["error", "warning"].includes(line.type())) wrong.push(line.text());
      });
      await page.goto(address);
      return { page, context, wrong };
    },
  };
}
