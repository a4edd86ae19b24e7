import { historyLength } from '../config.js';
import { Ring } from '../lib/ring.js';

const mentions = new Map();

/** What was said in a room last. */
export class History {
  #messages = new Ring(historyLength);

  add(message) {
    this.#messages.push(message);
    for (const [, name] of message.text.matchAll(/@(\w+)/g)) remember(name, message);
  }

  get messages() {
    return this.#messages.toArray();
  }
}

const mostNames = 200;

function remember(name, message) {
  const list = mentions.get(name) ?? [];
  list.push(message);
  if (list.length > historyLength) list.shift();
  mentions.delete(name);
  mentions.set(name, list);
  if (mentions.size > mostNames) mentions.delete(mentions.keys().next().value);
}

/** Where somebody was named while he was away. */
export function mentionsOf(name) {
  return mentions.get(name) ?? [];
}
