export default async ({ it, view }) => {
  const closing = new AbortController();
  const end = it.follow(view(), closing.signal);
  closing.abort();
  await end.catch(() => {});
};
