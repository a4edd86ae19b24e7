// A page for cases of the browser: jsdom, with stand-ins for what it lacks. As in a browser, an observer is kept by what
// it observes, and a watch or a web socket by the page.

import { JSDOM } from 'jsdom';

const copied = ['document', 'HTMLElement', 'Element', 'Node', 'Event', 'CustomEvent', 'MouseEvent', 'KeyboardEvent',
  'MutationObserver', 'customElements', 'DocumentFragment', 'SVGElement', 'ShadowRoot', 'HTMLIFrameElement',
  'HTMLInputElement', 'getComputedStyle', 'Text', 'Comment', 'AbortController', 'AbortSignal', 'location', 'localStorage'];

/** An observer that the observed element keeps, until it is disconnected. */
function observerClass(world) {
  const observers = Symbol('observers');
  return class {
    constructor(run) {
      this.run = world.marks.mark(run, 'listener');
      this.targets = new Set();
      world.marks.mark(this, 'subscription');
    }
    observe(target) {
      (target[observers] ??= new Set()).add(this);
      this.targets.add(target);
    }
    unobserve(target) {
      target[observers]?.delete(this);
      this.targets.delete(target);
    }
    disconnect() {
      for (const target of [...this.targets]) this.unobserve(target);
    }
    /** What the page does when something changes. */
    static notify(target, entries) {
      for (const observer of [...(target[observers] ?? [])]) observer.run(entries, observer);
    }
  };
}

/** What a page keeps open, as libuv's handles do it in Node. */
class PageHandles {
  open = new Set();
}

function addMediaQueries(window, world) {
  class MediaQueryList extends window.EventTarget {}
  const handles = new PageHandles();
  window.matchMedia = (media) => {
    const list = new MediaQueryList();
    list.media = media;
    const { addEventListener } = list;
    // A browser keeps a list with listeners, as its page may change.
    list.addEventListener = (...values) => {
      handles.open.add(list);
      if (typeof values[1] === 'function') world.marks.mark(values[1], 'listener');
      addEventListener.apply(list, values);
    };
    const { removeEventListener } = list;
    list.removeEventListener = (...values) => {
      handles.open.delete(list);
      removeEventListener.apply(list, values);
    };
    list.addListener = (run) => list.addEventListener('change', run);
    list.removeListener = (run) => list.removeEventListener('change', run);
    return list;
  };
}

function addGeolocation(window, world) {
  const watches = new Map();
  let next = 0;
  window.navigator.geolocation = {
    watches,
    watchPosition(run) {
      watches.set(++next, world.marks.mark(run, 'subscription'));
      return next;
    },
    clearWatch: (id) => watches.delete(id),
    getCurrentPosition: (run) => setImmediate(run, { coords: {} }),
  };
}

/** Web sockets, event sources and channels: the page keeps them until they are closed. */
function addConnections(window, world) {
  const handles = new PageHandles();
  class Connection extends window.EventTarget {
    constructor(url) {
      super();
      this.url = url;
      handles.open.add(this);
      world.marks.mark(this, 'resource');
    }
    send() {}
    postMessage() {}
    close() {
      handles.open.delete(this);
      setImmediate(() => {
        this.onclose?.();
        this.dispatchEvent(new window.Event('close'));
      });
    }
  }
  // Written out, as a heap snapshot knows a class by the name that it is written with.
  class WebSocket extends Connection {}
  class EventSource extends Connection {}
  class BroadcastChannel extends Connection {}
  for (const connection of [WebSocket, EventSource, BroadcastChannel])
    globalThis[connection.name] = window[connection.name] = connection;
}

/** Pictures, which the page keeps until they are closed. */
function addImageBitmaps(window, world) {
  const handles = new PageHandles();
  class ImageBitmap {
    width = 200;
    height = 100;
    close() {
      handles.open.delete(this);
    }
  }
  globalThis.createImageBitmap = window.createImageBitmap = async () => {
    const bitmap = world.marks.mark(new ImageBitmap(), 'resource');
    handles.open.add(bitmap);
    return bitmap;
  };
}

export async function openPage(world) {
  const { window } = new JSDOM('<!doctype html><body></body>', { url: 'http://page.test/', pretendToBeVisual: true });
  world.page = window;
  globalThis.window = window;
  for (const name of copied) globalThis[name] = window[name];
  Object.defineProperty(globalThis, 'navigator', { value: window.navigator, configurable: true, writable: true });
  world.watchListeners(window.EventTarget.prototype);
  for (const name of ['setTimeout', 'setInterval', 'clearTimeout', 'clearInterval']) {
    window[name] = globalThis[name];
  }
  for (const name of ['ResizeObserver', 'IntersectionObserver'])
    globalThis[name] = window[name] = observerClass(world);
  const Observer = window.MutationObserver;
  globalThis.MutationObserver = window.MutationObserver = class extends Observer {
    constructor(run) {
      super(world.marks.mark(run, 'listener'));
      world.marks.mark(this, 'subscription');
    }
  };
  addMediaQueries(window, world);
  globalThis.matchMedia = window.matchMedia;
  addGeolocation(window, world);
  addConnections(window, world);
  addImageBitmaps(window, world);
  globalThis.requestAnimationFrame = window.requestAnimationFrame;
  globalThis.cancelAnimationFrame = window.cancelAnimationFrame;
  globalThis.IS_REACT_ACT_ENVIRONMENT = true;
}

/** Mounts a React component, and unmounts it again. */
export async function mount(world, component, properties) {
  const [{ act, createElement }, { createRoot }] = await Promise.all([import('react'), import('react-dom/client')]);
  const place = world.marks.mark(document.createElement('div'), 'object');
  document.body.append(place);
  const root = createRoot(place);
  await act(() => root.render(createElement(component, properties)));
  await act(() => root.unmount());
  place.remove();
}

/** Mounts a Vue component, and unmounts it again. */
export async function mountVue(world, component, properties) {
  const { createApp, nextTick } = await import('vue');
  const place = world.marks.mark(document.createElement('div'), 'object');
  document.body.append(place);
  const app = createApp(component, properties);
  app.mount(place);
  await nextTick();
  app.unmount();
  place.remove();
}
