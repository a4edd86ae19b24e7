export default ({ it, mark }) => {
  const keeper = mark(new it.Keeper());
  keeper.open();
  keeper.close();
};
