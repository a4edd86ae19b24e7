export default ({ it, view }) => {
  const closing = new AbortController();
  it.follow(view(), { signal: closing.signal });
  closing.abort();
};
