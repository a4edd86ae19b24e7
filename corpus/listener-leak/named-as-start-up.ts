import { EventEmitter } from 'node:events';

declare const app: EventEmitter;

// Nobody here calls these, and their names say when somebody does.
export function initializeHook() {
  process.on('SIGUSR1', () => app.emit('dump')); // leak: listener-leak (low)
}
export class Contribution {
  onStart() {
    process.on('SIGUSR2', () => app.emit('dump')); // leak: listener-leak (low)
  }
  doInit() {
    process.on('SIGHUP', () => app.emit('reload')); // leak: listener-leak (low)
  }
  onRequestStart(url: string) {
    process.on('SIGTERM', () => app.emit('stop', url)); // leak: listener-leak
  }
}
