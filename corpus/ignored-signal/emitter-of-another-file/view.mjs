import { bus } from './bus.mjs';

export function follow(view, signal) {
  bus.on('change', () => view.update(), { signal }); // leak: ignored-signal "`bus`"
}
