const settings = new EventTarget();

export function follow(view, signal) {
  const either = AbortSignal.any([signal, AbortSignal.timeout(60_000)]);
  settings.addEventListener('change', () => view.update(), { signal: either });
}
