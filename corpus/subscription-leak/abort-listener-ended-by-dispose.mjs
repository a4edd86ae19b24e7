import { addAbortListener } from 'node:events';

export async function load(url, signal) {
  const answer = await fetch(url);
  const listening = addAbortListener(signal, () => answer.body?.cancel());
  const text = await answer.text();
  listening[Symbol.dispose]();
  return text;
}
