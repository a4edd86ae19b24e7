import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';

interface Location {
  uri: string;
  range: { start: { line: number; character: number }; end: { line: number; character: number } };
}
interface Step {
  text: string;
  location: Location | null;
}
interface Note {
  label: string;
  text: string;
  steps: Step[];
}
/** The server's answer to `leaklint/retainingPath`. */
interface Finding {
  rule: string;
  severity: string;
  confidence: string;
  message: string;
  location: Location;
  notes: Note[];
}

function escaped(text: string) {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Draws what retains a leak as the chain it is, from the root that never dies down to the object that should have. */
export class PathView implements vscode.Disposable {
  #panel: vscode.WebviewPanel | undefined;
  #places: Location[] = [];

  constructor(private readonly client: () => LanguageClient | undefined) {}

  dispose() {
    this.#panel?.dispose();
  }

  async showAtCursor() {
    const editor = vscode.window.activeTextEditor;
    const client = this.client();
    if (!editor || !client?.isRunning()) {
      void vscode.window.showInformationMessage('leaklint: open a file, and put the cursor on a finding.');
      return;
    }
    const findings = await client.sendRequest<Finding[]>('leaklint/retainingPath', {
      textDocument: { uri: client.code2ProtocolConverter.asUri(editor.document.uri) },
      position: client.code2ProtocolConverter.asPosition(editor.selection.active),
    });
    if (findings.length === 0) {
      void vscode.window.showInformationMessage('leaklint: there is no finding at the cursor.');
      return;
    }
    this.#show(findings);
  }

  #show(findings: Finding[]) {
    this.#panel ??= this.#open();
    this.#places = [];
    this.#panel.webview.html = this.#page(findings);
    this.#panel.reveal(vscode.ViewColumn.Beside, true);
  }

  #open() {
    const panel = vscode.window.createWebviewPanel('leaklint.retainingPath', 'Retaining Path',
      { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true }, { enableScripts: true, localResourceRoots: [] });
    panel.onDidDispose(() => (this.#panel = undefined));
    panel.webview.onDidReceiveMessage((index: unknown) => void this.#goTo(this.#places[Number(index)]));
    return panel;
  }

  async #goTo(place: Location | undefined) {
    if (!place) return;
    const { start, end } = place.range;
    await vscode.window.showTextDocument(vscode.Uri.parse(place.uri), {
      viewColumn: vscode.ViewColumn.One,
      selection: new vscode.Range(start.line, start.character, end.line, end.character),
    });
  }

  #page(findings: Finding[]) {
    const nonce = randomBytes(16).toString('hex');
    return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'">
<style nonce="${nonce}">${style}</style></head><body>
${findings.map((finding) => this.#finding(finding)).join('<hr>')}
<script nonce="${nonce}">
const editor = acquireVsCodeApi();
for (const step of document.querySelectorAll('[data-place]'))
  step.addEventListener('click', () => editor.postMessage(step.dataset.place));
</script></body></html>`;
  }

  #finding(finding: Finding) {
    const notes = finding.notes.map((note) => this.#note(note)).join('');
    return `<h1>${escaped(finding.message)}</h1>
<p class="rule">${escaped(finding.rule)} · ${escaped(finding.severity)} · confidence ${escaped(finding.confidence)}</p>${notes}`;
  }

  #note(note: Note) {
    if (note.label !== 'retained' || note.steps.length === 0) {
      const place = note.steps.find((step) => step.location)?.location;
      return `<p class="note"><span>${escaped(note.label)}</span><span>${place ? this.#link(note.text, place) : escaped(note.text)}</span></p>`;
    }
    const steps = note.steps.map((step, index) => {
      const kind = index === 0 ? 'root' : index === note.steps.length - 1 ? 'leaf' : '';
      const place = step.location;
      const where = place ? `${place.uri.split('/').at(-1)}:${place.range.start.line + 1}` : '';
      return `<li class="${kind}"><button ${place ? `data-place="${this.#places.push(place) - 1}"` : 'disabled'}>
<b>${escaped(step.text)}</b><small>${escaped(decodeURIComponent(where))}</small></button></li>`;
    });
    return `<ol>${steps.join('')}</ol>`;
  }

  #link(text: string, place: Location) {
    return `<button class="link" data-place="${this.#places.push(place) - 1}">${escaped(text)}</button>`;
  }
}

const style = `
body { padding: 0 1.5em; }
h1 { font-size: 1.2em; line-height: 1.4; margin-bottom: 0; }
.rule, .note > :first-child, small { color: var(--vscode-descriptionForeground); }
.note { display: grid; grid-template-columns: 5em 1fr; }
ol { list-style: none; padding: 0; margin: 1.5em 0; }
li { position: relative; margin: 0 0 2em; }
li:not(:last-child)::after { content: "↓"; position: absolute; left: 1.2em; bottom: -1.65em; color: var(--vscode-descriptionForeground); }
button { all: unset; box-sizing: border-box; cursor: pointer; }
li button { display: flex; justify-content: space-between; gap: 2em; width: 100%; padding: .6em 1em; border-radius: 4px;
  border: 1px solid var(--vscode-panel-border); background: var(--vscode-editorWidget-background); }
li button[disabled] { cursor: default; }
li button:not([disabled]):hover, button:focus-visible { border-color: var(--vscode-focusBorder); outline: 1px solid var(--vscode-focusBorder); }
li.root button { border-left: 4px solid var(--vscode-charts-blue); }
li.leaf button { border-left: 4px solid var(--vscode-charts-red); }
b { font-family: var(--vscode-editor-font-family); font-weight: 600; overflow-wrap: anywhere; }
.link { color: var(--vscode-textLink-foreground); }
`;
