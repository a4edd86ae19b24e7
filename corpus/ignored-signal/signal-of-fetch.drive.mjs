export default async ({ it, number }) => {
  const closing = new AbortController();
  await (await it.load(`http://pages/${number}`, closing.signal)).text();
  closing.abort();
};
