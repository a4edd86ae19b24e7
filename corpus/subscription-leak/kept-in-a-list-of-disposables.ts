export class View {
  private readonly observers: ResizeObserver[] = [];

  open(): void {
    const observer = new ResizeObserver(() => this.layout());
    observer.observe(document.body);
    this.observers.push(observer);
  }

  close(): void {
    for (const observer of this.observers.splice(0)) observer.disconnect();
  }

  private layout(): void {}
}
