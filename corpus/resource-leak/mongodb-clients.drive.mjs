export const lives = 6;
export default async ({ visit }) => {
  for (const server of [0, 1, 3]) await visit({ method: 'GET', server });
};
