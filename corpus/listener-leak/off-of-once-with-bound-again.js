import { EventEmitter } from 'node:events';

export class Manager extends EventEmitter {
  listen() {
    this.once('connected', this.onConnected.bind(this)); // leak: listener-leak
  }
  stop() {
    this.off('connected', this.onConnected.bind(this));
  }
  onConnected() { this.emit('ready'); }
}

export class CarefulManager extends EventEmitter {
  constructor() {
    super();
    this.whenConnected = () => this.emit('ready');
  }
  listen() {
    this.once('connected', this.whenConnected);
  }
  stop() {
    this.off('connected', this.whenConnected);
  }
}
