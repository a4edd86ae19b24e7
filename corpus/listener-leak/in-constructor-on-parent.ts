// A child adds itself to its parent, which lives longer, and its destroy() does not take that back.
import { EventEmitter } from 'node:events';

export class Caption {
  constructor(private readonly player: EventEmitter) {
    this.player.on('time', () => this.draw()); // leak: listener-leak (missed)
  }

  destroy(): void {
    this.draw();
  }

  private draw(): void {}
}
