// What both tests share: VS Code's server with a folder of data, Debian's Chromium, a copy of the workspace.
import { spawn, spawnSync } from "node:child_process";
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
function homes(folder) {
  const cache = process.env.XDG_CACHE_HOME ?? path.join(os.homedir(), ".cache");
  return { HOME: folder, XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder, XDG_CACHE_HOME: cache };
}

function freePort() {
  return new Promise((resolve) => {
    const server = net.createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

async function answers(url, tries = 900) {
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

function options(codeServer, folder) {
  return [
    path.join(codeServer, "lib/vscode/out/server-main.js"), "--accept-server-license-terms", "--server-data-dir", folder,
    "--user-data-dir", path.join(folder, "data"), "--extensions-dir", path.join(folder, "ext"), "--telemetry-level", "off",
  ];
}

function environment(folder) {
  return { ...process.env, EXTENSIONS_GALLERY: '{"serviceUrl":""}', ...homes(folder) }; // no look-ups on the net
}

/** Install a VSIX, as `code --install-extension` does. */
export function install(codeServer, folder, vsix) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...options(codeServer, folder), "--install-extension", vsix],
    { env: environment(folder), encoding: "utf8", timeout: 120000 },
  );
  if (status !== 0) throw new Error(`the VSIX is not installed: ${stdout}${stderr}`);
}

/**
 * VS Code's own server, which code-server wraps: only it takes --enable-smoke-test-driver, without which a
 * built workbench ignores the paths of an extension under development and of its tests.
 * A process group of its own, so that `stop` ends the extension host and the language server too.
 */
export async function startServer(codeServer, folder) {
  const port = await freePort();
  const server = spawn(
    process.execPath,
    [
      ...options(codeServer, folder), "--host", "127.0.0.1", "--port", String(port), "--without-connection-token",
      "--enable-smoke-test-driver", "--disable-workspace-trust",
    ],
    { env: environment(folder), stdio: process.env.VERBOSE ? "inherit" : "ignore", detached: true },
  );
  const stop = () => {
    try {
      process.kill(-server.pid, "SIGTERM");
    } catch {
      // it is gone
    }
  };
  try {
    await answers(`http://127.0.0.1:${port}/version`);
  } catch (error) {
    stop();
    throw error;
  }
  const remote = (file) => `vscode-remote://127.0.0.1:${port}${file}`;
  const page = (workspace, payload) =>
    `http://127.0.0.1:${port}/?folder=${encodeURIComponent(workspace)}&payload=${encodeURIComponent(JSON.stringify(payload))}`;
  return { remote, page, stop };
}

/** A copy of the example workspace that a test may change. */
export function workspaceCopy(folder) {
  const copy = path.join(folder, "workspace");
  fs.cpSync(new URL("../../workspace", import.meta.url).pathname, copy, { recursive: true });
  return copy;
}

/** What VS Code wrote, kept for whoever looks into a failure. */
export function keepLogs(folder, out) {
  const logs = path.join(folder, "data", "logs");
  if (fs.existsSync(logs)) fs.cpSync(logs, path.join(out, "logs"), { recursive: true, force: true });
}
