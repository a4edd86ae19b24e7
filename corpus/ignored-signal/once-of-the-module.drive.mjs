export default async ({ it }) => {
  const closing = new AbortController();
  const next = it.next(closing.signal);
  closing.abort();
  await next.catch(() => {});
};
