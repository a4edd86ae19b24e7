// Two targets, and both are given up.
export class Columns extends HTMLElement {
  connectedCallback() {
    this.observer = new ResizeObserver(() => this.load());
    this.observer.observe(this.left);
    this.observer.observe(this.right);
  }
  disconnectedCallback() {
    this.observer.unobserve(this.left);
    this.observer.unobserve(this.right);
  }
  load() {}
}
