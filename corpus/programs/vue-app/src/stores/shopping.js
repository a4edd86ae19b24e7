import { reactive, readonly } from 'vue';

import { bus } from './bus.js';

const most = 50;
const state = reactive({ items: [], undone: [] });

/** What is to be bought. */
export const shopping = readonly(state);

export function add(item) {
  state.items.push(item);
  if (state.items.length > most) state.items.shift();
  bus.emit('added', item);
}

export function remove(item) {
  const index = state.items.indexOf(item);
  if (index < 0) return;
  state.items.splice(index, 1);
  state.undone.push({ item, index, at: Date.now() }); // leak: unbounded-cache (missed)
}
