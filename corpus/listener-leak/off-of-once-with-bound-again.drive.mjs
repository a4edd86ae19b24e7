let manager;
let careful;
export const started = (it) => {
  manager = new it.Manager();
  careful = new it.CarefulManager();
};
export default () => {
  for (const one of [manager, careful]) {
    one.listen();
    one.stop();
  }
};
