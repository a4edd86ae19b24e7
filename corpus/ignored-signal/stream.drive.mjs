// A stream that stays open, and one more listener for each that is told to let go.
export const files = { data: 'text' };
export default ({ it }) => {
  const closing = new AbortController();
  it.read('data', closing.signal);
  closing.abort();
};
