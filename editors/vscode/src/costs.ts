// The picture of what each line cost: the source with bars, in a panel beside the editor.
import * as vscode from "vscode";

export interface Costs {
  name: string;
  uri: string;
  source: string[];
  total: number;
  lines: { line: number; instructions: number; share: number; at: number }[];
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
}

export class CostPanel implements vscode.Disposable {
  private panel: vscode.WebviewPanel | undefined;

  show(costs: Costs): void {
    if (costs.total === 0) {
      void vscode.window.showInformationMessage("ringfence: run the program first; then its lines have costs.");
      return;
    }
    if (this.panel === undefined) {
      this.panel = vscode.window.createWebviewPanel("ringfence.costs", "Cost of each line", vscode.ViewColumn.Beside, {
        enableScripts: true,
        localResourceRoots: [],
      });
      this.panel.onDidDispose(() => {
        this.panel = undefined;
      });
      this.panel.webview.onDidReceiveMessage((message: { uri: string; line: number }) => void this.go(message));
    }
    this.panel.title = `Costs: ${costs.name}`;
    this.panel.webview.html = page(costs);
    this.panel.reveal(undefined, true);
  }

  html(): string | undefined {
    return this.panel?.webview.html;
  }

  private async go({ uri, line }: { uri: string; line: number }): Promise<void> {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
    const at = new vscode.Range(line, 0, line, 0);
    await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.One, selection: at });
  }

  dispose(): void {
    this.panel?.dispose();
  }
}

function page(costs: Costs): string {
  const nonce = Array.from({ length: 24 }, () => Math.floor(Math.random() * 36).toString(36)).join("");
  const known = new Map(costs.lines.map((one) => [one.line, one]));
  const most = Math.max(...costs.lines.map((one) => one.share), 0.01);
  const rows = costs.source.map((text, index) => {
    const cost = known.get(index + 1);
    const width = cost === undefined ? 0 : (100 * cost.share) / most;
    const count = cost === undefined ? "" : cost.instructions.toLocaleString("en");
    const share = cost === undefined ? "" : `${(100 * cost.share).toFixed(1)} %`;
    const at = cost?.at ?? index;
    return `<tr data-line="${at}"><td class="n">${index + 1}</td><td class="b"><svg width="120" height="12"
      role="img" aria-label="${share}"><rect width="${(1.2 * width).toFixed(1)}" height="12" rx="1"/></svg></td>
      <td class="n">${share}</td><td class="n">${count}</td><td><code>${escaped(text)}</code></td></tr>`;
  });
  return `<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'">
<title>${escaped(costs.name)}</title><style nonce="${nonce}">
body { font-family: var(--vscode-font-family); color: var(--vscode-foreground); }
table { border-collapse: collapse; } td { padding: 0 8px; white-space: pre; line-height: 1.5; }
code { font-family: var(--vscode-editor-font-family); font-size: var(--vscode-editor-font-size); background: none; padding: 0; }
.n { text-align: right; color: var(--vscode-descriptionForeground); font-variant-numeric: tabular-nums; }
rect { fill: var(--vscode-charts-orange); } tr:hover { background: var(--vscode-list-hoverBackground); cursor: pointer; }
</style></head><body><h2>${escaped(costs.name)}</h2><p>${costs.total.toLocaleString("en")} instructions in all</p>
<table>${rows.join("\n")}</table><script nonce="${nonce}">
const api = acquireVsCodeApi();
for (const row of document.querySelectorAll("tr"))
  row.addEventListener("click", () => api.postMessage({ uri: ${JSON.stringify(costs.uri).replace(/</g, "\\u003c")}, line: Number(row.dataset.line) }));
</script></body></html>`;
}
