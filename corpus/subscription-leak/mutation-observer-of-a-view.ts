export class View {
  open(): void {
    const observer = new MutationObserver(() => this.layout()); // leak: subscription-leak
    observer.observe(document.documentElement, { attributes: true });
  }

  private layout(): void {}
}
