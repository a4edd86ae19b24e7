export class Widget {
  constructor() {
    this.onResize = () => this.layout();
  }
  dispose() {
    window.removeEventListener('resize', this.onResize);
  }
  layout() {}
}
