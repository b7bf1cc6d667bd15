// The extension: starts the server, gives its questions a face, shows the state and the costs of runs.
import * as vscode from "vscode";
import { LanguageClient, LanguageClientOptions, ServerOptions, State } from "vscode-languageclient/node";
import { askPerson, Answer, Question } from "./ask";
import { CostPanel, Costs } from "./costs";
import { findInterpreter } from "./interpreter";
import { News, StatusBar } from "./status";

export interface Api {
  /** The client, for tests. */
  client(): LanguageClient | undefined;
  /** Answer questions of runs by a function instead of by a person. */
  answerWith(answer: ((question: Question) => Promise<Answer>) | undefined): void;
  /** What runs printed. */
  printed(): string;
  /** The picture of the costs, as HTML. */
  picture(): string | undefined;
  /** The item of the status bar. */
  status(): { text: string; tooltip: string };
}

let client: LanguageClient | undefined;
let output: vscode.LogOutputChannel;
let programOutput: vscode.OutputChannel;
let status: StatusBar;
let answerer: ((question: Question) => Promise<Answer>) | undefined;
let printed = "";

const selector = [{ language: "python" }, { language: "ringfence" }];

/** Dict of what the server is told at once; live settings it asks for itself. */
function initialSettings(): Record<string, unknown> {
  return { trusted: vscode.workspace.isTrusted };
}

async function start(context: vscode.ExtensionContext): Promise<void> {
  const settings = vscode.workspace.getConfiguration("ringfence");
  if (!settings.get<boolean>("enable", true)) {
    status.off();
    return;
  }
  const interpreter = await findInterpreter(output);
  if (interpreter === undefined) {
    status.failed("no Python with ringfence[lsp] was found");
    return;
  }
  const server: ServerOptions = {
    command: interpreter,
    args: ["-m", "ringfence.cli", "lsp", "--stdio", ...settings.get<string[]>("arguments", [])],
  };
  const options: LanguageClientOptions = {
    documentSelector: selector,
    outputChannel: output,
    initializationOptions: initialSettings(),
    markdown: { isTrusted: false },
    diagnosticPullOptions: { onChange: true, onSave: false, onTabs: false },
  };
  client = new LanguageClient("ringfence", "ringfence", server, options);
  client.registerFeature({
    fillClientCapabilities(capabilities) {
      capabilities.experimental = { ...(capabilities.experimental as object), ringfence: { ask: true, news: true } };
    },
    initialize() {},
    getState: () => ({ kind: "static" }),
    clear() {},
  });
  client.onDidChangeState((change) => {
    if (change.newState === State.Running) status.ready();
    else if (change.newState === State.Stopped) status.off();
  });
  client.onRequest("ringfence/ask", (question: Question) => (answerer ?? ((q) => askPerson(q)))(question));
  client.onNotification("ringfence/print", (news: { text: string }) => {
    printed += news.text;
    programOutput.append(news.text);
  });
  client.onNotification("ringfence/run", (news: News) => {
    status.run(news);
    if (news.state === "running" && news.first) programOutput.show(true);
    if (news.state === "done" && news.output !== "None") programOutput.appendLine(`=> ${news.output}`);
    if (news.state === "failed") programOutput.appendLine(news.display || news.message || "failed");
    if (news.state === "saved") programOutput.appendLine(`put away: ${news.path}`);
  });
  try {
    await client.start();
  } catch (error) {
    status.failed(String(error));
    output.error(String(error));
  }
  context.subscriptions.push({ dispose: () => void client?.stop() });
}

async function stop(): Promise<void> {
  const before = client;
  client = undefined;
  if (before !== undefined) await before.stop().catch((error) => output.warn(`the server did not stop: ${error}`));
}

/** The program at the cursor: what commands of the server take. */
function here(): { uri: string; position: { line: number; character: number } } | undefined {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) {
    void vscode.window.showInformationMessage("ringfence: open a program first.");
    return undefined;
  }
  const { line, character } = editor.selection.active;
  return { uri: editor.document.uri.toString(), position: { line, character } };
}

async function execute<T>(command: string, argument: unknown): Promise<T | undefined> {
  if (client?.state !== State.Running) {
    void vscode.window.showWarningMessage("ringfence: the server does not run.", "Show output").then((chosen) => {
      if (chosen) output.show();
    });
    return undefined;
  }
  try {
    return await client.sendRequest<T>("workspace/executeCommand", { command, arguments: [argument] });
  } catch (error) {
    void vscode.window.showErrorMessage(`ringfence: ${(error as Error).message}`);
    return undefined;
  }
}

async function onPlace<T>(command: string): Promise<T | undefined> {
  const place = here();
  return place === undefined ? undefined : execute<T>(command, place);
}

export async function activate(context: vscode.ExtensionContext): Promise<Api> {
  output = vscode.window.createOutputChannel("ringfence", { log: true });
  programOutput = vscode.window.createOutputChannel("ringfence: program");
  status = new StatusBar();
  const panel = new CostPanel();
  const command = (name: string, work: (...args: never[]) => unknown): vscode.Disposable =>
    vscode.commands.registerCommand(name, work);
  context.subscriptions.push(
    output,
    programOutput,
    status,
    panel,
    command("ringfence.runHere", () => onPlace("ringfence.run")),
    command("ringfence.checkHere", () => onPlace("ringfence.check")),
    command("ringfence.bytecodeHere", () => onPlace("ringfence.bytecode")),
    command("ringfence.showCosts", async () => {
      const costs = await onPlace<Costs>("ringfence.costs");
      if (costs) panel.show(costs);
    }),
    command("ringfence.showSettings", async () => {
      const settings = await onPlace<object>("ringfence.settings");
      if (settings === undefined) return;
      const text = JSON.stringify(settings, undefined, 2);
      await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: "json", content: text }));
    }),
    command("ringfence.resumeSnapshot", async (given?: vscode.Uri) => {
      const chosen = given ?? (await vscode.window.showOpenDialog({ filters: { Snapshots: ["snapshot"] } }))?.[0];
      if (chosen === undefined) return undefined;
      const uri = vscode.window.activeTextEditor?.document.uri.toString();
      return execute("ringfence.resume", { path: chosen.fsPath, uri });
    }),
    command("ringfence.restart", async () => {
      await stop();
      await start(context);
    }),
    command("ringfence.showOutput", () => output.show()),
    vscode.workspace.onDidGrantWorkspaceTrust(() => vscode.commands.executeCommand("ringfence.restart")),
    vscode.workspace.onDidChangeConfiguration(async (change) => {
      if (["enable", "interpreter", "arguments"].some((name) => change.affectsConfiguration(`ringfence.${name}`))) {
        await vscode.commands.executeCommand("ringfence.restart");
      } else if (change.affectsConfiguration("ringfence")) {
        status.configured();
      }
    }),
    vscode.window.onDidChangeActiveTextEditor((editor) => void noteProgram(editor)),
  );
  await start(context);
  void noteProgram(vscode.window.activeTextEditor);
  return {
    client: () => client,
    answerWith: (answer) => {
      answerer = answer;
    },
    printed: () => printed,
    picture: () => panel.html(),
    status: () => status.shown(),
  };
}

/** Whether the editor shows a program: the run button follows it. */
async function noteProgram(editor: vscode.TextEditor | undefined): Promise<void> {
  let found = false;
  if (editor !== undefined && client?.state === State.Running && vscode.languages.match(selector, editor.document)) {
    const argument = { uri: editor.document.uri.toString() };
    const settings = await client
      .sendRequest<{ programs: unknown[] }>("workspace/executeCommand", {
        command: "ringfence.settings",
        arguments: [argument],
      })
      .catch(() => undefined);
    found = (settings?.programs.length ?? 0) > 0;
  }
  await vscode.commands.executeCommand("setContext", "ringfence.hasProgram", found);
}

export async function deactivate(): Promise<void> {
  await stop();
}
