export class Feed {
  mount(): void {
    const observer = new IntersectionObserver(() => this.load()); // leak: subscription-leak
    observer.observe(document.body);
  }

  private load(): void {}
}
