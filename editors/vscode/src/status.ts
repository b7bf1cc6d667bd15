// The status bar: whether the server runs, and the meters of the last run.
import * as vscode from "vscode";

export interface News {
  run: number;
  uri: string;
  state: "running" | "paused" | "done" | "failed" | "saved" | "stopped";
  first?: boolean;
  output?: string;
  message?: string;
  display?: string;
  path?: string;
  function?: string;
  meters?: { instructions: number; peak_memory_bytes: number; execution_secs: number; host_calls: Record<string, number> };
}

export class StatusBar implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem("ringfence", vscode.StatusBarAlignment.Right, 50);

  constructor() {
    this.item.name = "ringfence";
    this.item.command = "ringfence.showOutput";
    this.configured();
  }

  configured(): void {
    if (vscode.workspace.getConfiguration("ringfence").get<boolean>("statusBar", true)) this.item.show();
    else this.item.hide();
  }

  private set(icon: string, text: string, tooltip = ""): void {
    this.item.text = `$(${icon}) ringfence${text ? `: ${text}` : ""}`;
    this.item.tooltip = tooltip || "ringfence: click for the log";
  }

  /** What it shows, hidden or not. */
  shown(): { text: string; tooltip: string } {
    return { text: this.item.text, tooltip: String(this.item.tooltip ?? "") };
  }

  ready(): void {
    this.set("shield", "");
  }

  off(): void {
    this.set("circle-slash", "off");
  }

  failed(why: string): void {
    this.set("error", "not running", why);
  }

  run(news: News): void {
    const used = news.meters;
    const meters =
      used === undefined
        ? ""
        : [
            `${used.instructions.toLocaleString("en")} instructions`,
            `${(1000 * used.execution_secs).toFixed(1)} ms executing`,
            `${used.peak_memory_bytes.toLocaleString("en")} bytes at most`,
            `${Object.values(used.host_calls).reduce((a, b) => a + b, 0)} host calls`,
          ].join("\n");
    if (news.state === "running") this.set("sync~spin", "running");
    else if (news.state === "paused") this.set("debug-pause", `paused${news.function ? ` in ${news.function}` : ""}`, meters);
    else if (news.state === "done") this.set("pass", `${(used?.instructions ?? 0).toLocaleString("en")} instructions`, meters);
    else if (news.state === "failed") this.set("error", "failed", `${news.message}\n${meters}`);
    else this.set("shield", news.state, meters);
  }

  dispose(): void {
    this.item.dispose();
  }
}
