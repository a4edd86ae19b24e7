export default ({ it, mark }) => {
  const beat = mark(new it.Beat());
  beat.beat();
  beat.stop();
};
