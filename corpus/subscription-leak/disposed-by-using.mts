import { addAbortListener } from 'node:events';

export async function load(url: string, signal: AbortSignal): Promise<string> {
  const answer = await fetch(url);
  using listening = addAbortListener(signal, () => answer.body?.cancel());
  return await answer.text();
}
