// What is put off by a tenth of a second has its turn before the next visit.
export const lives = 6;
export const warmUp = 4;
export default async ({ visit, sleep }) => {
  await visit({ method: 'GET', path: '/', body: { ids: ['a'] } });
  await sleep(130);
};
