// Connect's application is no server yet.
export const before = (world) => world.recordMade('connect');
export default async ({ visit }) => {
  await visit({ method: 'GET', path: '/a' });
  await visit({ method: 'GET', path: '/b' });
};
