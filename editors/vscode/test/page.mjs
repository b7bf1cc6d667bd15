// What a person sees: VS Code's page in Chromium, with the packaged extension, driven by mouse and keys.
// usage: OUT=FOLDER_OF_SCREENSHOTS node page.mjs FOLDER_OF_code-server VSIX
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { chromium } from "playwright-core";
import { CHROMIUM, dataFolder, install, keepLogs, startServer, workspaceCopy } from "./launch.mjs";

const WAIT = 150000; // a busy machine is no failure
const [codeServer, vsix] = process.argv.slice(2);
const out = process.env.OUT;
const folder = dataFolder("page");
const workspace = workspaceCopy(folder);
const started = Date.now();
const manifest = JSON.parse(fs.readFileSync(new URL("../package.json", import.meta.url), "utf8"));
let passed = 0;
let browser;
let server;
let page;

/** One thing that is seen; the time since the start stands beside it. */
async function see(what, look) {
  let found;
  try {
    found = await look();
  } catch (error) {
    throw new Error(`not seen: ${what}\n${error.message}`);
  }
  passed++;
  console.log(`ok   ${what} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  return found;
}

const shot = (name) => out && page.screenshot({ path: path.join(out, `${name}.png`) });
const spaces = (text) => text.replace(/\u00a0/g, " ").replace(/\s+/g, " ").trim();
const line = (text) => page.locator(".monaco-editor .view-line", { hasText: text }).first();

/** Wait until the text of one element that a selector finds holds some words. */
function holds(selector, words) {
  return page.waitForFunction(
    ([where, text]) => [...document.querySelectorAll(where)].some((one) => one.textContent.replace(/\u00a0/g, " ").includes(text)),
    [selector, words],
    { timeout: WAIT },
  );
}

/** A command by its name in the palette. */
async function command(name) {
  await page.keyboard.press("F1");
  const input = page.locator(".quick-input-widget input").first();
  await input.waitFor({ timeout: WAIT });
  await input.fill(`>${name}`);
  await page.locator(".quick-input-list .monaco-list-row.focused", { hasText: name }).first().waitFor({ timeout: WAIT });
  await page.keyboard.press("Enter");
}

/** Answer the question that a paused run asks. */
async function answer(question, text, choice) {
  await holds(".quick-input-title", question);
  await page.locator(".quick-input-widget input").first().fill(text);
  const row = page.locator(".quick-input-list .monaco-list-row", { hasText: choice }).first();
  await row.waitFor({ timeout: WAIT });
  await page.waitForFunction(
    (words) => document.querySelector(".quick-input-list .monaco-list-row")?.textContent.includes(words), text, { timeout: WAIT },
  );
}

async function drive() {
  page.setDefaultTimeout(WAIT);
  const outside = new Set();
  page.on("request", (request) => {
    const { hostname } = new URL(request.url());
    if (hostname && hostname !== "127.0.0.1") outside.add(hostname);
  });
  const file = path.join(workspace, "agents/summary.py");
  await page.goto(server.page(workspace, [["openFile", server.remote(file)], ["skipWelcome", "true"]]), { timeout: WAIT });
  await see("the program is open", () => line("totals.get").waitFor());
  await see("the mistake is underlined", () => page.waitForSelector(".monaco-editor .squiggly-error"));
  // The editor asks for lenses no more when it loses focus: they are waited for before a panel opens.
  await page.locator(".monaco-editor .view-line").first().click();
  const lens = page.locator(".codelens-decoration a", { hasText: "Run in sandbox" }).first();
  await see("the lens stands above the program", () => lens.waitFor());
  await see("the hover says what is wrong", async () => {
    await page.locator(".monaco-editor .view-line span", { hasText: /^"amout"$/ }).last().hover();
    await holds(".monaco-hover", "amount");
  });
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+Shift+M");
  const row = page.locator(".markers-panel .monaco-list-row", { hasText: "amout" }).first();
  const problem = await see("the problem is listed", async () => {
    await row.waitFor();
    return spaces(await row.innerText());
  });
  assert.match(problem, /ringfence/);
  await shot("problem");
  await see("the fix is offered", async () => {
    await line("totals.get").click();
    await page.keyboard.press("F8"); // to the mistake itself
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+.");
    await page.locator(".action-widget .monaco-list-row", { hasText: "amount" }).first().waitFor();
  });
  await see("the fix is applied", async () => {
    await page.keyboard.press("Enter"); // a click would meet the blocker that is laid over the page
    await holds(".monaco-editor .view-line", 'row["amount"]');
    await page.waitForSelector(".monaco-editor .squiggly-error", { state: "detached" });
  });
  await page.keyboard.press("Control+Shift+M"); // the panel is closed
  await see("the run asks for the input", async () => {
    await lens.click();
    await answer("Value of the input city (str)", "'Oslo'", "Give");
    await page.keyboard.press("Enter");
  });
  await see("the run pauses at the host call and asks", async () => {
    await answer("fetch_rows('Oslo', limit=50)", "[{'label': 'Rent', 'amount': 1200}, {'label': 'Food', 'amount': 310}, {'label': 'rent ', 'amount': 80}]", "Return");
    await shot("question");
    await page.keyboard.press("Enter");
  });
  await see("the output stands in its channel", () => holds(".part.panel .view-line", "=> 1590"));
  await see("the meters stand in the status bar", () => holds(".statusbar-item", "instructions"));
  await see("each line shows its cost", () =>
    page.waitForFunction(() => {
      const lines = [...document.querySelectorAll(".part.editor .view-line")].map((one) => one.textContent);
      return lines.filter((text) => /\d+\s?%/.test(text.slice(-5))).length >= 3;
    }, undefined, { timeout: WAIT }));
  await page.keyboard.press("Control+b"); // the side bar goes
  await command("ringfence: Show Cost of Each Line");
  const picture = await see("the picture of the costs is drawn", async () => {
    for (const end = Date.now() + WAIT; Date.now() < end; await page.waitForTimeout(100)) {
      for (const frame of page.frames()) {
        if (await frame.locator("rect").count().catch(() => 0)) return frame;
      }
    }
    throw new Error("no frame has the picture");
  });
  assert.match(await picture.locator("p").innerText(), /^[\d,]+ instructions in all$/);
  const widths = await picture.locator("rect").evaluateAll((all) => all.map((one) => one.getBoundingClientRect().width));
  assert.equal(Math.round(Math.max(...widths)), 120, "the dearest line has the whole width");
  await shot("costs");
  await see("a click on a line goes to it", async () => {
    await picture.locator("tr", { hasText: "label.strip" }).or(picture.locator("tr", { hasText: ".strip()" })).first().click();
    await holds(".statusbar-item", "Ln 4, Col 1");
  });
  await see("the walkthrough shows its steps", async () => {
    await command("Welcome: Open Walkthrough...");
    await page.locator(".quick-input-widget input").first().fill("ringfence");
    await page.locator(".quick-input-list .monaco-list-row.focused", { hasText: "Get started with ringfence" }).first().waitFor();
    await page.keyboard.press("Enter");
    for (const step of manifest.contributes.walkthroughs[0].steps) await holds(".gettingStartedContainer", step.title);
  });
  assert.deepEqual([...outside], [], "the page asked for nothing from outside");
}

let failed = 1;
try {
  install(codeServer, folder, path.resolve(vsix));
  server = await startServer(codeServer, folder);
  browser = await chromium.launch(CHROMIUM);
  page = await browser.newPage({ viewport: { width: 1280, height: 760 } });
  await drive();
  failed = 0;
} catch (error) {
  console.log(`FAIL ${error.message}`);
  if (page) await shot("failed");
} finally {
  await browser?.close();
  server?.stop();
  if (failed && out) keepLogs(folder, out);
  fs.rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 300 });
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed);
