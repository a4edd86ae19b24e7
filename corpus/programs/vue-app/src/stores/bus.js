/** A small emitter: on() and off(), and emit() to all that listen. */
function createEmitter() {
  const handlers = new Map();
  return {
    on(event, handler) {
      if (!handlers.has(event)) handlers.set(event, new Set());
      handlers.get(event).add(handler);
    },
    off(event, handler) {
      handlers.get(event)?.delete(handler);
    },
    emit(event, value) {
      for (const handler of handlers.get(event) ?? []) handler(value);
    },
  };
}

export const bus = createEmitter();
