export async function send(url, options) {
  const { signal, ...rest } = options || {};
  const controller = new AbortController();
  if (signal) signal.addEventListener('abort', () => controller.abort()); // leak: listener-leak
  return fetch(url, { ...rest, signal: controller.signal });
}

export async function sendAndForget(url, options) {
  const { signal, ...rest } = options || {};
  const controller = new AbortController();
  const abort = () => controller.abort();
  if (signal) signal.addEventListener('abort', abort);
  try {
    return await fetch(url, { ...rest, signal: controller.signal });
  } finally {
    if (signal) signal.removeEventListener('abort', abort);
  }
}
