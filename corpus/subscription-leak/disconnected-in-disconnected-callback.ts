export class Feed extends HTMLElement {
  private observer?: ResizeObserver;

  connectedCallback(): void {
    this.observer = new ResizeObserver(() => this.load());
    this.observer.observe(document.body);
  }

  disconnectedCallback(): void {
    this.observer?.disconnect();
  }

  private load(): void {}
}
