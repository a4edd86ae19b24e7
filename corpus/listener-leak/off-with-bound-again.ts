export class Toolbar {
  private isOpen = false;

  attach(): void {
    document.addEventListener('keydown', this.onKey.bind(this)); // leak: listener-leak
  }

  detach(): void {
    document.removeEventListener('keydown', this.onKey.bind(this));
  }

  private onKey(event: KeyboardEvent): void {
    this.isOpen = event.key !== 'Escape';
  }
}
