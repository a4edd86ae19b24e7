export default ({ it, view }) => {
  const closing = new AbortController();
  it.follow(view(), closing.signal);
  closing.abort();
};
