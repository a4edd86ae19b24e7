export class View {
  private observer?: MutationObserver;

  open(): void {
    this.observer = new MutationObserver(() => this.layout());
    this.observer.observe(document.documentElement, { attributes: true });
  }

  destroy(): void {
    this.observer?.disconnect();
  }

  private layout(): void {}
}
