import { addAbortListener } from 'node:events';

export async function load(url, signal) {
  const answer = await fetch(url);
  const listening = addAbortListener(signal, () => answer.body?.cancel());
  try {
    return await answer.text();
  } finally {
    listening[Symbol.dispose]();
  }
}
