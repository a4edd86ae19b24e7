// The second heartbeat finds that too much was missed, and stops itself.
export default ({ it, mark }) => {
  const connection = mark(Object.assign(new it.default(), { missed: 4, send() {} }));
  connection.beatEvery(60_000);
  connection.beatEvery(20_000);
};
