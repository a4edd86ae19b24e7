export async function loadQuickly(url) {
  const controller = new AbortController();
  controller.signal.addEventListener('abort', () => console.warn('too slow', url));
  const timer = setTimeout(() => controller.abort(), 500);
  try {
    return await fetch(url, { signal: controller.signal });
  } finally {
    clearTimeout(timer);
  }
}
