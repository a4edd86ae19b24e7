/**
 * Adds a listener until a signal is aborted.
 * @param {import('node:events').EventEmitter} emitter
 * @param {string} name
 * @param {(...values: unknown[]) => void} listener
 * @param {{ signal?: AbortSignal }} [options]
 */
export function on(emitter, name, listener, { signal } = {}) {
  if (signal?.aborted) return;
  emitter.on(name, listener);
  signal?.addEventListener('abort', () => emitter.off(name, listener), { once: true });
}

/** Resolves with the values of the next event. Rejects when there is an error before. */
export function once(emitter, name) {
  return new Promise((resolve, reject) => {
    const onEvent = (...values) => {
      emitter.off('error', onError);
      resolve(values);
    };
    const onError = (error) => {
      emitter.off(name, onEvent);
      reject(error);
    };
    emitter.once(name, onEvent);
    emitter.once('error', onError);
  });
}

/** Emits the events of one emitter on another, until the returned function is called. */
export function relay(from, to, names) {
  const listeners = names.map((name) => {
    const listener = (...values) => to.emit(name, ...values);
    from.on(name, listener);
    return { name, listener };
  });
  return () => {
    for (const { name, listener } of listeners) from.off(name, listener);
  };
}
