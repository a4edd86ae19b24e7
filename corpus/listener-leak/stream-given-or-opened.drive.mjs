let lasting;
export const started = (it) => {
  lasting = Object.assign(new it.default(), { failed() {} });
  lasting.addStream({ type: 'file', path: 'lasting.log' });
};
export default async ({ it, mark, number, sleep }) => {
  mark(new it.default()).addStream(mark({ type: 'stdout' }));
  lasting.reopen();
  const logger = mark(new it.default());
  logger.addStream(mark({ type: 'file', path: `${number}.log` }));
  await sleep(2);
  logger.close();
};
