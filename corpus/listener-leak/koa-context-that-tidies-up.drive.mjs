import http from 'node:http';

// Koa's application is no server yet.
const applications = new Set();
export const before = async (world) => {
  const { prototype } = (await world.import('koa')).default;
  const { use } = prototype;
  prototype.use = function (...values) {
    applications.add(this);
    return use.apply(this, values);
  };
};
export const started = async (it, world) => {
  for (const application of applications) http.createServer(application.callback());
  await world.serve();
};
export default ({ visit }) => visit({ method: 'GET', path: '/orders' });
