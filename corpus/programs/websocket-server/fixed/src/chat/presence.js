const present = new Map();
const muted = new Set();

/** Who is here, by name. */
export function arrive(name, person) {
  present.set(name, person);
}

export function depart(name) {
  present.delete(name);
}

export function find(name) {
  return present.get(name);
}

/** Does not show somebody's messages to anybody for as long as he is here. */
export function mute(name) {
  muted.add(name);
}

export function unmute(name) {
  muted.delete(name);
}

export function isMuted(name) {
  return muted.has(name);
}
