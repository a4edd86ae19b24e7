const reasonOf = (signal) => signal.reason ?? new Error('aborted');

/** A promise that is rejected as soon as a signal is aborted. */
export function abortable(promise, signal) {
  if (signal.aborted) return Promise.reject(reasonOf(signal));
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(reasonOf(signal)), { once: true }); // leak: listener-leak "for every call of `abortable`"
    promise.then(resolve, reject);
  });
}

/** A signal that is aborted with the first of some; and a function that ends the waiting. */
export function anySignal(signals) {
  const controller = new AbortController();
  const abort = () => {
    clear();
    controller.abort();
  };
  const clear = () => {
    for (const signal of signals) signal.removeEventListener('abort', abort);
  };
  for (const signal of signals) signal.addEventListener('abort', abort);
  return { signal: controller.signal, clear };
}
