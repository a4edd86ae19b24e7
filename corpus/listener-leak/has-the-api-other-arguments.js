// A router's `on` takes a method, a path, options, a handler and a store: it is no emitter's.
import router from 'some-router';

export function route(method, path, options, handler, store) {
  router.on(method, path, options, handler, store);
}
