export default ({ it, mark }) => {
  const prices = mark(new it.Prices());
  prices.start();
  prices.stop();
};
