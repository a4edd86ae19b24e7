export default ({ it, view }) => {
  const closing = new AbortController();
  it.watch(view(), closing.signal);
  closing.abort();
};
