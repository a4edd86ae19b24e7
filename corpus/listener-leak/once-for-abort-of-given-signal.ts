// The caller's signal may serve a thousand calls, and abort after the last one or never.
export async function load(url: string, signal: AbortSignal): Promise<string> {
  const answer = await fetch(url);
  signal.addEventListener('abort', () => answer.body?.cancel(), { once: true }); // leak: listener-leak
  return answer.text();
}
