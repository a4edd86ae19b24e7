export class Widget {
  disconnectedCallback() {
    window.removeEventListener('resize', this.onResize);
  }
}
