import { addAbortListener } from 'node:events';

export async function load(url, signal) {
  const answer = await fetch(url);
  addAbortListener(signal, () => answer.body?.cancel()); // leak: subscription-leak
  return answer.text();
}
