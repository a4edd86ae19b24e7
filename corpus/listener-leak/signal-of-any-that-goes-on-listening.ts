// Node keeps a combined signal as long as it has listeners, even when it has been aborted.
export async function load(url: string, signal: AbortSignal): Promise<string> {
  const either = AbortSignal.any([signal, AbortSignal.timeout(5000)]);
  const answer = await fetch(url);
  either.addEventListener('abort', () => answer.body?.cancel()); // leak: listener-leak (missed)
  return answer.text();
}
