import { EventEmitter } from 'node:events';

/** News from the other servers of the village. It lives as long as this one. */
export const broker = new EventEmitter();
broker.setMaxListeners(0);

export function announce(text) {
  broker.emit('announcement', text);
}

export function reload(settings) {
  broker.emit('settings', settings);
}
