// Runs suite.cjs in the extension host of VS Code (code-server's, with Chromium), from the source folder.
// usage: node exthost.mjs FOLDER_OF_code-server
import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { chromium } from "playwright-core";
import { CHROMIUM, answers, dataFolder, freePort, homes, workspaceCopy } from "./launch.mjs";

const [codeServer] = process.argv.slice(2);
const extension = new URL("..", import.meta.url).pathname.replace(/\/$/, "");
const suite = new URL("suite.cjs", import.meta.url).pathname;
const folder = dataFolder("exthost");
const workspace = workspaceCopy(folder);
const port = await freePort();
// VS Code's own server: only it takes --enable-smoke-test-driver, without which a built workbench
// ignores the paths of an extension under development and of its tests.
const server = spawn(process.execPath, [
  path.join(codeServer, "lib/vscode/out/server-main.js"), "--host", "127.0.0.1", "--port", String(port),
  "--without-connection-token", "--accept-server-license-terms", "--enable-smoke-test-driver",
  "--disable-workspace-trust", "--telemetry-level", "off", "--server-data-dir", folder,
  "--user-data-dir", path.join(folder, "data"), "--extensions-dir", path.join(folder, "ext"),
], { env: { ...process.env, EXTENSIONS_GALLERY: '{"serviceUrl":""}', ...homes(folder) },
     stdio: process.env.VERBOSE ? "inherit" : "ignore", detached: true });
let code = 1;
let browser;
try {
  await answers(`http://127.0.0.1:${port}/version`);
  browser = await chromium.launch(CHROMIUM);
  const page = await browser.newPage();
  if (process.env.VERBOSE) page.on("console", (m) => console.log("[page]", m.text().slice(0, 300)));
  const done = new Promise((resolve) => page.exposeFunction("codeAutomationExit", resolve));
  await page.exposeFunction("codeAutomationLog", (_, words) => {
    if (process.env.VERBOSE || /^(ok  |FAIL|\d+ passed)/.test(String(words[0]))) console.log(...words);
  });
  const remote = (p) => `vscode-remote://127.0.0.1:${port}${p}`;
  const payload = [["extensionDevelopmentPath", remote(extension)], ["extensionTestsPath", remote(suite)], ["skipWelcome", "true"]];
  await page.goto(`http://127.0.0.1:${port}/?folder=${encodeURIComponent(workspace)}&payload=${encodeURIComponent(JSON.stringify(payload))}`);
  const late = new Promise((resolve) => setTimeout(() => resolve("timeout"), 150000).unref());
  code = await Promise.race([done, late]);
  if (code !== 0) console.log("VS Code ended with", code);
  if (code !== 0 && process.env.OUT) await page.screenshot({ path: path.join(process.env.OUT, "exthost-failed.png") });
} catch (error) {
  console.error(error);
} finally {
  await browser?.close();
  try { process.kill(-server.pid, "SIGTERM"); } catch { /* gone */ }
  if (code !== 0 && process.env.OUT) fs.cpSync(path.join(folder, "data", "logs"), path.join(process.env.OUT, "logs"), { recursive: true });
  fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}
process.exit(code === 0 ? 0 : 1);
