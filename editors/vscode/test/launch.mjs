// What both tests share: a folder for VS Code's data, a free port, Debian's Chromium.
import fs from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";

const USER_SETTINGS = {
  "security.workspace.trust.enabled": false,
  "telemetry.telemetryLevel": "off",
  "update.mode": "none",
  "extensions.autoCheckUpdates": false,
  "extensions.autoUpdate": false,
  "workbench.startupEditor": "none",
  "workbench.enableExperiments": false,
  "workbench.tips.enabled": false,
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "chat.disableAIFeatures": true,
  "editor.inlayHints.enabled": "on",
  "editor.semanticHighlighting.enabled": true,
  "editor.minimap.enabled": false,
  "editor.codeLens": true,
  "files.autoSave": "off",
  "git.enabled": false,
  "window.commandCenter": false,
};

export const CHROMIUM = {
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: [
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
  ],
};

/** A fresh folder of data. Settings of a machine's scope are read from Machine/settings.json only. */
export function dataFolder(name) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), `ringfence-${name}-`));
  for (const scope of ["User", "Machine"]) fs.mkdirSync(path.join(folder, "data", scope), { recursive: true });
  fs.writeFileSync(path.join(folder, "data/User/settings.json"), JSON.stringify(USER_SETTINGS));
  const interpreter = process.env.RINGFENCE_PYTHON ?? "python3";
  const machine = { "ringfence.interpreter": interpreter };
  if (process.env.OUT) {
    fs.mkdirSync(process.env.OUT, { recursive: true });
    machine["ringfence.arguments"] = ["--log-file", path.join(process.env.OUT, `${name}-server.log`), "--log-level", "debug"];
  }
  fs.writeFileSync(path.join(folder, "data/Machine/settings.json"), JSON.stringify(machine));
  return folder;
}

/** A home of its own for VS Code; what ringfence built once stays where it is. */
export function homes(folder) {
  const cache = process.env.XDG_CACHE_HOME ?? path.join(os.homedir(), ".cache");
  return { HOME: folder, XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder, XDG_CACHE_HOME: cache };
}

export function freePort() {
  return new Promise((resolve) => {
    const server = net.createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

export async function answers(url, tries = 900) {
  for (let i = 0; i < tries; i++) {
    try {
      if ((await fetch(url)).ok) return;
    } catch {
      // not yet
    }
    await new Promise((ok) => setTimeout(ok, 100));
  }
  throw new Error(`nothing answers at ${url}`);
}

/** A copy of the example workspace that a test may change. */
export function workspaceCopy(folder) {
  const copy = path.join(folder, "workspace");
  fs.cpSync(new URL("../../workspace", import.meta.url).pathname, copy, { recursive: true });
  return copy;
}
