export class View {
  private readonly disposables: (() => void)[] = [];

  open(): void {
    const resize = () => this.layout();
    window.addEventListener('resize', resize);
    this.disposables.push(() => window.removeEventListener('resize', resize));
  }

  close(): void {
    for (const dispose of this.disposables.splice(0)) dispose();
  }

  private layout(): void {}
}
