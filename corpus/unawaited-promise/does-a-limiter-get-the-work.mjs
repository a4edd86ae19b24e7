import pLimit from 'p-limit';
import PQueue from 'p-queue';
const limit = pLimit(2);
const queue = new PQueue({ concurrency: 2 });
export async function all(urls) {
  for (const url of urls) limit(() => fetch(url)); // leak: unawaited-promise
  for (const url of urls) queue.add(async () => { // leak: unawaited-promise
    await fetch(url);
  });
  await Promise.all(urls.map((url) => limit(() => fetch(url))));
}
