let given;
export const before = async (world) => {
  given = (await world.import('redux')).createStore((state) => state);
};
export default ({ it, mark, view }) => {
  it.show(view());
  it.showGiven(view(), given);
  let close;
  it.showForAWhile(mark({ update() {}, onClose: (run) => { close = run; } }));
  close();
  it.follow(view())();
  mark(new it.Badge()).close();
};
