const observers = new Map();

export function attach(element, view) {
  const observer = new ResizeObserver(() => view.update());
  observer.observe(element);
  observers.set(element, observer);
}

export function detach(element) {
  observers.get(element)?.disconnect();
  observers.delete(element);
}
