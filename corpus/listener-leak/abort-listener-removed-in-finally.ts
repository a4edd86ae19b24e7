export async function load(url: string, signal: AbortSignal): Promise<string> {
  const answer = await fetch(url);
  const cancel = () => answer.body?.cancel();
  signal.addEventListener('abort', cancel, { once: true });
  try {
    return await answer.text();
  } finally {
    signal.removeEventListener('abort', cancel);
  }
}
