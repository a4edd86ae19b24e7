export class Dialog {
  private controller?: AbortController;

  open(): void {
    this.controller = new AbortController();
    document.addEventListener('keydown', () => this.close(), { signal: this.controller.signal });
  }

  close(): void {
    this.controller?.abort();
  }
}
