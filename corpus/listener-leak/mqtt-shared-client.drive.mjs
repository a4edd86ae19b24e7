// Another client of the broker tells the state.
let client;
export const started = async (it, world) => {
  const { connectAsync } = (await world.import('mqtt')).default;
  client = await connectAsync('mqtt://broker.test');
};
export default async ({ visit }) => {
  await client.publishAsync('state', 'on');
  await visit({ method: 'GET', path: '/state' });
};
