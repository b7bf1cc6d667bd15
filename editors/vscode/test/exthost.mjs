// Runs suite.cjs in the extension host of VS Code (code-server's, with Chromium), from the source folder.
// usage: node exthost.mjs FOLDER_OF_code-server
import fs from "node:fs";
import path from "node:path";
import { chromium } from "playwright-core";
import { CHROMIUM, dataFolder, keepLogs, startServer, workspaceCopy } from "./launch.mjs";

const [codeServer] = process.argv.slice(2);
const extension = new URL("..", import.meta.url).pathname.replace(/\/$/, "");
const suite = new URL("suite.cjs", import.meta.url).pathname;
const out = process.env.OUT;
const folder = dataFolder("exthost");
const workspace = workspaceCopy(folder);
let code = 1;
let browser;
let server;
try {
  server = await startServer(codeServer, folder);
  browser = await chromium.launch(CHROMIUM);
  const page = await browser.newPage();
  if (process.env.VERBOSE) page.on("console", (m) => console.log("[page]", m.text().slice(0, 300)));
  const done = new Promise((resolve) => page.exposeFunction("codeAutomationExit", resolve));
  await page.exposeFunction("codeAutomationLog", (_, words) => {
    if (process.env.VERBOSE || /^(ok  |FAIL|\d+ passed)/.test(String(words[0]))) console.log(...words);
  });
  await page.goto(server.page(workspace, [
    ["extensionDevelopmentPath", server.remote(extension)], ["extensionTestsPath", server.remote(suite)], ["skipWelcome", "true"],
  ]), { timeout: 90000 });
  const late = new Promise((resolve) => setTimeout(() => resolve("timeout"), 240000).unref());
  code = await Promise.race([done, late]);
  if (code !== 0) console.log("VS Code ended with", code);
  if (code !== 0 && out) await page.screenshot({ path: path.join(out, "exthost-failed.png") });
} catch (error) {
  console.error(error);
} finally {
  await browser?.close();
  server?.stop();
  if (code !== 0 && out) keepLogs(folder, out);
  fs.rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 300 });
}
process.exit(code === 0 ? 0 : 1);
