let server;
export const before = async (world) => {
  const hapi = (await world.import('@hapi/hapi')).default;
  const make = hapi.server;
  hapi.server = (options) => (server = make(options));
};
export const started = () => server.initialize();
export default ({ visit }) => visit({ method: 'GET', path: '/' });
