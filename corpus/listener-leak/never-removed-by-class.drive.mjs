export const page = true;
export default ({ it, mark }) => {
  const player = mark(new it.Player());
  player.play();
  player.destroy();
};
