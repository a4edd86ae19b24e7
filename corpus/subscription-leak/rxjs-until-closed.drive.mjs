export default ({ it, mark }) => {
  const ticker = mark(new it.Ticker());
  ticker.open();
  ticker.close();
};
