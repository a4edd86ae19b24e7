export class Feed extends HTMLElement {
  private observer?: ResizeObserver;

  connectedCallback(): void {
    this.observer = new ResizeObserver(() => this.load()); // leak: subscription-leak
    this.observer.observe(document.body);
  }

  disconnectedCallback(): void {
    this.remove();
  }

  private load(): void {}
}
