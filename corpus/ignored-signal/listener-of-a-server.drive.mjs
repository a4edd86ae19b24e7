export default ({ it, view }) => {
  const closing = new AbortController();
  it.serve(closing.signal);
  closing.abort();
};
