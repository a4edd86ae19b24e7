// The database refuses what it is asked to insert.
export const lives = 8;
export default async ({ visit }) => {
  await visit({ method: 'POST', path: '/a', body: { fail: 1 } });
  await visit({ method: 'POST', path: '/b', body: { fail: 1 }, patience: 100 });
};
