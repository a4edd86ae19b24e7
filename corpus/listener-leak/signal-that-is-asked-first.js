export function wait(milliseconds, { signal }) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    // A signal that is not aborted yet may never be.
    if (!signal.aborted) {
      signal.addEventListener('abort', () => { // leak: listener-leak
        clearTimeout(timer);
        reject(signal.reason);
      }, { once: true });
    }
  });
}

export function watch(request, abortSignal) {
  const onAbort = () => request.destroy();
  if (typeof abortSignal.addEventListener === 'function') {
    abortSignal.addEventListener('abort', onAbort);
    request.once('close', () => abortSignal.removeEventListener('abort', onAbort));
  }
}
