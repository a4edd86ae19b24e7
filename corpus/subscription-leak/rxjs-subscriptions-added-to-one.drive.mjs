export default ({ it, mark }) => {
  const board = mark(new it.Board());
  board.open();
  board.close();
};
