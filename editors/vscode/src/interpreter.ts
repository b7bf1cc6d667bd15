// Which Python runs the server: the setting, else the Python extension's, else python3 of the PATH.
import { execFile } from "node:child_process";
import * as vscode from "vscode";

interface PythonApi {
  environments: {
    getActiveEnvironmentPath(resource?: vscode.Uri): { path: string };
    resolveEnvironment(path: { path: string }): Promise<{ executable: { uri?: vscode.Uri } } | undefined>;
  };
}

async function ofPythonExtension(output: vscode.LogOutputChannel): Promise<string | undefined> {
  const extension = vscode.extensions.getExtension<PythonApi>("ms-python.python");
  if (extension === undefined) return undefined;
  try {
    const api = extension.isActive ? extension.exports : await extension.activate();
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    const environment = await api.environments.resolveEnvironment(api.environments.getActiveEnvironmentPath(folder));
    return environment?.executable.uri?.fsPath;
  } catch (error) {
    output.warn(`the Python extension did not name an interpreter: ${error}`);
    return undefined;
  }
}

/** Looks for the packages without importing them: that takes a second, and the server does it again. */
const PROBE = "import importlib.util as u, sys; sys.exit(not all(map(u.find_spec, ['ringfence_lsp', 'pygls', 'lsprotocol'])))";

function answers(interpreter: string): Promise<boolean> {
  return new Promise((resolve) => {
    execFile(interpreter, ["-c", PROBE], { timeout: 60000 }, (error) => resolve(error === null));
  });
}

/** The first interpreter that has the server; asks the person where none has. */
export async function findInterpreter(output: vscode.LogOutputChannel): Promise<string | undefined> {
  const setting = vscode.workspace.getConfiguration("ringfence").get<string>("interpreter", "");
  const candidates = setting ? [setting] : [await ofPythonExtension(output), "python3", "python"];
  const tried: string[] = [];
  for (const candidate of candidates) {
    if (candidate === undefined) continue;
    if (await answers(candidate)) {
      output.info(`the server runs on ${candidate}`);
      return candidate;
    }
    tried.push(candidate);
  }
  output.error(`ringfence[lsp] is in none of: ${tried.join(", ")}`);
  const text = `ringfence: no language server in ${tried.join(", ")}. Run \`pip install ringfence[lsp]\`, or name an interpreter.`;
  void vscode.window.showErrorMessage(text, "Open settings").then((chosen) => {
    if (chosen) void vscode.commands.executeCommand("workbench.action.openSettings", "ringfence.interpreter");
  });
  return undefined;
}
