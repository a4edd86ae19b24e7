export class Chart {
  constructor() {
    this.onResize = this.throttled(() => this.draw());
  }
  connectedCallback() {
    window.addEventListener('resize', this.onResize); // leak: listener-leak
  }
  // The toolbar removes its own `this.onResize`; nobody removes this one.
  disconnectedCallback() {}
  throttled(draw) { return () => draw(); }
  draw() {}
}
