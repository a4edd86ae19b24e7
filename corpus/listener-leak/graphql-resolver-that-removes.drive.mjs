export const started = (it) => it.server.start();
export default async ({ it, number, sleep }) => {
  const answer = it.server.executeOperation({ query: '{ next }' });
  while (it.bus.listenerCount('post') < 2) await sleep(1);
  it.bus.emit('post', number);
  await answer;
};
