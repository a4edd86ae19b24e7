import { Widget } from './widget.mjs';

export class Map extends Widget {
  constructor() {
    super();
    this.onResize = this.throttled(() => this.draw());
  }
  connectedCallback() {
    window.addEventListener('resize', this.onResize);
  }
  throttled(draw) { return () => draw(); }
  draw() {}
}
