// Questions of a paused run: one line to type in, the ways to answer below it.
import * as vscode from "vscode";

export interface Question {
  kind: "call" | "os" | "name" | "input" | "limit";
  run?: number;
  function?: string;
  name?: string;
  type?: string;
  limit?: string;
  args?: string[];
  kwargs?: Record<string, string>;
  recorded?: string;
  meters?: { instructions: number };
  range?: {
    uri: string;
    start: { line: number; character: number };
    end: { line: number; character: number };
  };
}

export type Answer =
  | { value: string }
  | { exception: string }
  | { use_recorded: true }
  | { save: true }
  | { stop: true }
  | { limits: object };

interface Choice extends vscode.QuickPickItem {
  answer: Answer;
}

const paused = vscode.window.createTextEditorDecorationType({
  backgroundColor: new vscode.ThemeColor("editor.stackFrameHighlightBackground"),
  isWholeLine: true,
  overviewRulerColor: new vscode.ThemeColor("editorOverviewRuler.infoForeground"),
});

/** A question as one line. */
export function spoken(question: Question): string {
  switch (question.kind) {
    case "input":
      return `Value of the input ${question.name}${question.type ? ` (${question.type})` : ""}`;
    case "name":
      return `The program asks for the name ${question.name}`;
    case "limit":
      return `The limit ${question.limit} is reached`;
    default: {
      const named = Object.entries(question.kwargs ?? {}).map(([name, value]) => `${name}=${value}`);
      return `${question.function}(${[...(question.args ?? []), ...named].join(", ")})`;
    }
  }
}

/** Whether what is typed names an exception: `ValueError: no such page`. */
const EXCEPTION = /^[A-Z]\w*(Error|Exception|Warning|Iteration|Exit)\s*(:|$)/;

function choices(question: Question, typed: string): Choice[] {
  const always = { alwaysShow: true };
  const stop: Choice = { label: "$(debug-stop) Stop the run", answer: { stop: true }, ...always };
  if (question.kind === "limit") {
    return [{ label: "$(debug-continue) Go on without limits", answer: { limits: {} }, ...always }, stop];
  }
  const value = typed || "None";
  const items: Choice[] = [];
  if (question.recorded !== undefined && typed === "") {
    items.push({
      label: "$(history) Use recorded",
      description: question.recorded.slice(0, 80),
      answer: { use_recorded: true },
      ...always,
    });
  }
  items.push({
    label: question.kind === "input" ? "$(arrow-right) Give" : "$(arrow-right) Return",
    description: value,
    detail: "A Python literal, JSON, or an expression",
    answer: { value },
    ...always,
  });
  if (question.kind === "name") {
    items.push({ label: "$(error) Raise NameError", answer: { exception: "NameError" }, ...always });
  } else if (question.kind !== "input") {
    const exception = typed || "RuntimeError: refused by the host";
    const raise: Choice = { label: "$(error) Raise", description: exception, answer: { exception }, ...always };
    if (EXCEPTION.test(typed)) items.unshift(raise);
    else items.push(raise);
  }
  if (question.kind === "call" || question.kind === "os") {
    items.push({ label: "$(save) Put the run away and stop", answer: { save: true }, ...always });
  }
  return [...items, stop];
}

/** Show where the program stands, as long as it is asked about. */
async function show(question: Question): Promise<vscode.TextEditor | undefined> {
  if (question.range === undefined) return undefined;
  const { start, end, uri } = question.range;
  const span = new vscode.Range(start.line, start.character, end.line, end.character);
  try {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
    const editor = await vscode.window.showTextDocument(document, { preserveFocus: true });
    editor.setDecorations(paused, [span]);
    editor.revealRange(span, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    return editor;
  } catch {
    return undefined; // a text that is gone
  }
}

/** Ask the person; closing the question stops the run. */
export async function askPerson(question: Question): Promise<Answer> {
  const editor = await show(question);
  const pick = vscode.window.createQuickPick<Choice>();
  pick.title = spoken(question);
  pick.placeholder = question.kind === "limit" ? "" : "A value, or Type: message for an exception";
  pick.ignoreFocusOut = true;
  pick.items = choices(question, "");
  pick.onDidChangeValue((typed) => {
    pick.items = choices(question, typed);
  });
  try {
    return await new Promise<Answer>((resolve) => {
      pick.onDidAccept(() => resolve(pick.activeItems[0]?.answer ?? { stop: true }));
      pick.onDidHide(() => resolve({ stop: true }));
      pick.show();
    });
  } finally {
    pick.dispose();
    editor?.setDecorations(paused, []);
  }
}
