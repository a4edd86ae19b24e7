import { EventEmitter } from 'node:events';

const settings = new EventEmitter();

export function subscribe(listener: () => void): () => void {
  settings.on('change', listener);
  return () => {
    settings.off('change', listener);
  };
}
