import { setTimeout as sleep } from 'node:timers/promises';

export async function follow(view, signal) {
  await sleep(10_000, undefined, { signal });
  view.update();
}
