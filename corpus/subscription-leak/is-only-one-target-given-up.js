// Two targets, of which one stays with the observer.
export class Columns extends HTMLElement {
  connectedCallback() {
    this.observer = new ResizeObserver(() => this.load());
    this.observer.observe(this.left);
    this.observer.observe(this.right); // leak: subscription-leak
  }
  disconnectedCallback() {
    this.observer.unobserve(this.left);
  }
  load() {}
}
