export default ({ it }) => {
  const closing = new AbortController();
  it.start(closing.signal);
  closing.abort();
};
