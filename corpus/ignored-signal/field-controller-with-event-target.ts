const settings = new EventTarget();

export class Panel {
  private readonly closing = new AbortController();

  open(view: { update(): void }): void {
    settings.addEventListener('change', () => view.update(), { signal: this.closing.signal });
  }

  close(): void {
    this.closing.abort();
  }
}
