const bus = new EventTarget();

export function follow(view, signal) {
  bus.addEventListener('change', () => view.update(), { signal });
}
