export default ({ it, mark }) => {
  const dog = mark(new it.Watchdog());
  dog.start();
  dog.start();
  dog.stop();
};
