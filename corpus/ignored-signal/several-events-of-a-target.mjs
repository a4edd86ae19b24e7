const settings = new EventTarget();

export function follow(view, signal) {
  for (const name of ['theme', 'language']) {
    settings.addEventListener(name, () => view.update(), { signal });
  }
}
