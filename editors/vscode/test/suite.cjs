// Runs inside the real extension host: has the whole `vscode` API.
const assert = require("node:assert");
const vscode = require("vscode");

async function until(what, f, ms = 120000) {
  for (const end = Date.now() + ms; Date.now() < end; ) {
    const found = await f();
    if (found) return found;
    await new Promise((ok) => setTimeout(ok, 50));
  }
  throw new Error("timeout: " + what);
}

const folder = () => vscode.workspace.workspaceFolders[0].uri;
const errors = (uri) => vscode.languages.getDiagnostics(uri).filter((d) => d.source === "ringfence");
let api;
let document;

async function open(name) {
  const opened = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder(), name));
  await vscode.window.showTextDocument(opened);
  return opened;
}

function place(doc, text) {
  const at = doc.getText().indexOf(text);
  assert.ok(at >= 0, text);
  return doc.positionAt(at);
}

const tests = {
  async "the extension activates and its server runs"() {
    document = await open("agents/report.py");
    const extension = vscode.extensions.getExtension("ringfence.ringfence");
    api = await extension.activate();
    await until("client", () => api.client()?.isRunning());
  },
  async "the unknown host function is marked, with its rule"() {
    const [one] = await until("diagnostics", () => errors(document.uri).length && errors(document.uri));
    assert.equal(document.getText(one.range), "fetch_rowz");
    assert.ok(one.code.value ?? one.code);
  },
  async "a quick fix is offered and mends it"() {
    const at = place(document, "fetch_rowz");
    const actions = await vscode.commands.executeCommand("vscode.executeCodeActionProvider", document.uri, new vscode.Range(at, at));
    const fix = actions.find((a) => /fetch_rows/.test(a.title));
    assert.ok(fix, actions.map((a) => a.title).join(", "));
    assert.ok(await vscode.workspace.applyEdit(fix.edit));
    await until("no diagnostics", () => errors(document.uri).length === 0);
    await vscode.commands.executeCommand("undo");
    await until("diagnostics again", () => errors(document.uri).length === 1);
  },
  async "hover, completion, signature help, definition"() {
    const at = place(document, "fetch_rows(city)");
    const hover = await vscode.commands.executeCommand("vscode.executeHoverProvider", document.uri, at);
    assert.ok(hover.some((h) => h.contents.some((c) => c.value.includes("fetch_rows"))), "hover");
    const list = await vscode.commands.executeCommand("vscode.executeCompletionItemProvider", document.uri, at.translate(0, 5));
    assert.ok(list.items.some((i) => (i.label.label ?? i.label) === "fetch_rows"), "completion");
    const help = await vscode.commands.executeCommand("vscode.executeSignatureHelpProvider", document.uri, at.translate(0, 11));
    assert.ok(help.signatures[0].label.includes("city: str"), "signature");
    const places = await vscode.commands.executeCommand("vscode.executeDefinitionProvider", document.uri, at);
    assert.ok(places.some((p) => (p.uri ?? p.targetUri).path.endsWith("tools.pyi")), "definition");
  },
  async "symbols, folding, selection, tokens, hints, lenses, references, rename"() {
    const symbols = await vscode.commands.executeCommand("vscode.executeDocumentSymbolProvider", document.uri);
    assert.ok(symbols.some((s) => s.name === "total_of"));
    const folds = await vscode.commands.executeCommand("vscode.executeFoldingRangeProvider", document.uri);
    assert.ok(folds.some((f) => f.start === 1));
    const tokens = await vscode.commands.executeCommand("vscode.provideDocumentSemanticTokens", document.uri);
    assert.ok(tokens.data.length >= 5);
    const all = new vscode.Range(0, 0, document.lineCount, 0);
    const hints = await vscode.commands.executeCommand("vscode.executeInlayHintProvider", document.uri, all);
    assert.ok(Array.isArray(hints));
    const lenses = await vscode.commands.executeCommand("vscode.executeCodeLensProvider", document.uri);
    assert.ok(lenses.some((l) => l.command.title.includes("Run in sandbox")));
    const at = place(document, "total_of");
    const places = await vscode.commands.executeCommand("vscode.executeReferenceProvider", document.uri, at);
    assert.ok(places.length >= 2);
    const edit = await vscode.commands.executeCommand("vscode.executeDocumentRenameProvider", document.uri, at, "sum_of");
    assert.equal(edit.get(document.uri).length, 2);
  },
  async "a program in a string is marked in its place"() {
    const host = await open("host.py");
    const [one] = await until("diagnostics", () => errors(host.uri).length && errors(host.uri));
    assert.equal(host.getText(one.range), "5");
  },
  async "an untitled text is checked"() {
    const text = await vscode.workspace.openTextDocument({ language: "python", content: "len(3)\n" });
    await vscode.window.showTextDocument(text);
    const [one] = await until("diagnostics", () => errors(text.uri).length && errors(text.uri));
    assert.equal(text.getText(one.range), "3");
  },
  async "a run asks for the host's answers, prints, and shows its costs"() {
    document = await open("agents/report.py");
    const asked = [];
    api.answerWith(async (question) => {
      asked.push(question.function ?? question.name);
      return { value: { city: "'Oslo'", fetch_rows: "[{'amount': 4}, {'amount': 5}]", fetch_rowz: "0" }[asked.at(-1)] ?? "None" };
    });
    const end = await vscode.commands.executeCommand("ringfence.runHere");
    assert.equal(end.state, "done", JSON.stringify(end));
    assert.equal(end.output, "9");
    assert.deepEqual(asked.slice(0, 2), ["city", "fetch_rows"]);
    assert.ok(api.printed().includes("2 rows"));
    assert.match(api.status().text, /[\d,]+ instructions$/);
    assert.match(api.status().tooltip, /2 host calls/);
    const rows = await until("the output channel", () =>
      vscode.window.visibleTextEditors.find((one) => one.document.uri.scheme === "output" && one.document.getText().includes("=> 9")));
    assert.ok(rows.document.getText().includes("2 rows\n"));
    const all = new vscode.Range(0, 0, document.lineCount, 0);
    await until("cost hints", async () => {
      const hints = await vscode.commands.executeCommand("vscode.executeInlayHintProvider", document.uri, all);
      return hints.some((h) => /\d/.test(String(h.label)) && h.position.line === 3);
    });
    await vscode.commands.executeCommand("ringfence.showCosts");
    const picture = await until("picture", () => api.picture());
    assert.ok(picture.includes("instructions in all") && picture.includes("<rect"));
  },
  async "a run is put away and gone on with"() {
    await open("agents/report.py");
    api.answerWith(async (question) => (question.function === "fetch_rows" ? { save: true } : { value: "'Oslo'" }));
    const end = await vscode.commands.executeCommand("ringfence.runHere");
    assert.equal(end.state, "saved", JSON.stringify(end));
    api.answerWith(async () => ({ value: "[{'amount': 1}]" }));
    const again = await vscode.commands.executeCommand("ringfence.resumeSnapshot", vscode.Uri.file(end.path));
    assert.equal(again.output, "1", JSON.stringify(again));
  },
  async "what was answered before answers again; an exception is raised; a stop ends it"() {
    document = await open("agents/report.py");
    const recorded = [];
    api.answerWith(async (question) => {
      recorded.push(question.recorded);
      return question.recorded === undefined ? { exception: "LookupError: none" } : { use_recorded: true };
    });
    const end = await vscode.commands.executeCommand("ringfence.runHere");
    assert.equal(recorded[0], "'Oslo'");
    assert.equal(end.state, "done", JSON.stringify(end));
    api.answerWith(async (question) => (question.function ? { exception: "LookupError: none" } : { use_recorded: true }));
    const failed = await vscode.commands.executeCommand("ringfence.runHere");
    assert.equal(failed.state, "failed");
    assert.match(failed.message, /LookupError: none/);
    assert.match(api.status().text, /failed$/);
    assert.match(api.status().tooltip, /LookupError/);
    api.answerWith(async () => ({ stop: true }));
    assert.equal((await vscode.commands.executeCommand("ringfence.runHere")).state, "stopped");
  },
  async "settings count at once"() {
    const settings = vscode.workspace.getConfiguration("ringfence");
    const lenses = () => vscode.commands.executeCommand("vscode.executeCodeLensProvider", document.uri);
    await settings.update("lens", false, vscode.ConfigurationTarget.Workspace);
    await until("no lenses", async () => (await lenses()).length === 0);
    await settings.update("lens", undefined, vscode.ConfigurationTarget.Workspace);
    await until("lenses", async () => (await lenses()).length > 0);
    await settings.update("severity", { "name-defined": "hint" }, vscode.ConfigurationTarget.Workspace);
    await until("a hint", () => errors(document.uri).some((d) => d.severity === vscode.DiagnosticSeverity.Hint));
    await settings.update("severity", undefined, vscode.ConfigurationTarget.Workspace);
    await until("an error", () => errors(document.uri).some((d) => d.severity === vscode.DiagnosticSeverity.Error));
    await settings.update("enable", false, vscode.ConfigurationTarget.Workspace);
    await until("the server is off", () => api.client() === undefined && api.status().text.endsWith("off"));
    await settings.update("enable", undefined, vscode.ConfigurationTarget.Workspace);
    await until("the server is back", () => api.client()?.isRunning());
    await until("diagnostics", () => errors(document.uri).length === 1);
  },
  async "the log names the interpreter"() {
    await vscode.commands.executeCommand("ringfence.showOutput");
    await until("the log", () =>
      vscode.window.visibleTextEditors.find((one) => one.document.uri.scheme === "output" && one.document.getText().includes("the server runs on")));
  },
  async "bytecode, settings, restart"() {
    await open("agents/report.py");
    const code = await vscode.commands.executeCommand("ringfence.bytecodeHere");
    void code;
    await open("agents/report.py");
    await vscode.commands.executeCommand("ringfence.showSettings");
    assert.ok(vscode.window.activeTextEditor.document.getText().includes("fetch_rows"));
    await vscode.commands.executeCommand("ringfence.restart");
    await until("client", () => api.client()?.isRunning());
    document = await open("agents/report.py");
    await until("diagnostics", () => errors(document.uri).length === 1);
  },
};

exports.run = async function () {
  let passed = 0;
  let failed = 0;
  for (const [name, test] of Object.entries(tests)) {
    const started = Date.now();
    try {
      await Promise.race([test(), new Promise((_, no) => setTimeout(() => no(new Error("too long")), 150000))]);
      passed++;
      console.log(`ok   ${name} (${Date.now() - started} ms)`);
    } catch (error) {
      failed++;
      console.log(`FAIL ${name}: ${error.stack}`);
    }
  }
  console.log(`${passed} passed, ${failed} failed`);
  if (failed) throw new Error(`${failed} failed`);
};
