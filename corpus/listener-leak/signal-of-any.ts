export async function load(url: string, signal: AbortSignal): Promise<string> {
  const either = AbortSignal.any([signal, AbortSignal.timeout(5000)]);
  const answer = await fetch(url);
  either.addEventListener('abort', () => answer.body?.cancel(), { once: true });
  return answer.text();
}
