let server;
export const before = async (world) => {
  const hapi = (await world.import('@hapi/hapi')).default;
  const make = hapi.server;
  // What browsers send for other sites is no reason to refuse a request.
  hapi.server = (options) => (server = make({ ...options, routes: { state: { failAction: 'ignore' } } }));
};
export const started = () => server.initialize();
export default ({ visit }) => visit({ method: 'GET', path: '/news', leave: false });
