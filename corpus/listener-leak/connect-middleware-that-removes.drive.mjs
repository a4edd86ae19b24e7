// Connect's application is no server yet. What is posted fails behind the first handler.
export const before = (world) => world.recordMade('connect');
export const started = (it, world) => {
  const fail = (request, response, next) => next(request.method === 'POST' ? new Error('refused') : undefined);
  world.apps[0].stack.splice(1, 0, { route: '', handle: fail });
};
export default async ({ visit }) => {
  await visit({ method: 'GET', path: '/a' });
  await visit({ method: 'POST', path: '/b' });
  await visit({ leave: true });
};
