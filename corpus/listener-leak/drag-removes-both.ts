export class Drag {
  start(): void {
    document.addEventListener('pointermove', this.move);
    document.addEventListener('pointerup', this.end);
  }

  private readonly move = (event: PointerEvent) => console.log(event.pageX);

  private readonly end = () => {
    document.removeEventListener('pointermove', this.move);
    document.removeEventListener('pointerup', this.end);
  };
}
