import { Leaving } from './base.js';

export class Keeper extends Leaving {
  open() {
    process.on('exit', this.onExit); // leak: listener-leak
  }
}
