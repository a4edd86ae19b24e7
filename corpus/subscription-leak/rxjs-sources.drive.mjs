let Subject;
export const before = async (world) => ({ Subject } = await world.import('rxjs'));
export default ({ it, mark }) => {
  it.show(mark(new Subject()));
  it.showForAWhile();
  it.follow(mark(new Subject()));
  const ticker = mark(new it.Ticker());
  ticker.start();
  ticker.stop();
  it.returned().unsubscribe();
  it.clock.subscribe(() => {}).unsubscribe();
  it.tidyClock.subscribe(() => {}).unsubscribe();
};
