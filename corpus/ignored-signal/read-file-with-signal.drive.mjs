export const files = { 'package.json': '{}' };
export default async ({ it, view }) => {
  const closing = new AbortController();
  await it.follow(view(), closing.signal);
  closing.abort();
};
