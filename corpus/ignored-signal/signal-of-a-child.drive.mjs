export default async ({ it, sleep }) => {
  const closing = new AbortController();
  const child = it.run('sleep', closing.signal);
  child.on('error', () => {});
  closing.abort();
  await sleep(10);
};
