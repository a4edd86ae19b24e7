import { EventEmitter } from 'node:events';

export class Toolbar extends EventEmitter {
  constructor() {
    super();
    this.onResize = this.onResize.bind(this);
  }
  mount() {
    window.addEventListener('resize', this.onResize);
  }
  unmount() {
    window.removeEventListener('resize', this.onResize);
  }
  onResize() { this.emit('layout'); }
}
