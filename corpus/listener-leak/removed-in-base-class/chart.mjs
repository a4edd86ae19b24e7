import { Widget } from './base.mjs';

export class Chart extends Widget {
  show() {
    window.addEventListener('resize', this.onResize);
  }
}
