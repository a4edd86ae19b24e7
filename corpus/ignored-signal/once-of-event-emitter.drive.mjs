export default ({ it, mark }) => {
  const closing = new AbortController();
  mark(it.next(closing.signal), 'object');
  closing.abort();
};
