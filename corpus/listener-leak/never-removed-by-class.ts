export class Player {
  private readonly onVisible = () => this.pause();

  play(): void {
    document.addEventListener('visibilitychange', this.onVisible); // leak: listener-leak
  }

  destroy(): void {
    this.pause();
  }

  private pause(): void {}
}
