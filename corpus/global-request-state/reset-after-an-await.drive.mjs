// Two at once: how many are answered with what the other has asked for, or not at all?
let mistaken = 0;
export const gauge = 'mistaken';
export const lives = 6;
export const measure = () => ({ mistaken });
export default async ({ world, number }) => {
  const paths = [`/one-${number}`, `/other-${number}`];
  const answers = await Promise.all(paths.map((path) => world.visit({ path, patience: 200 })));
  mistaken += answers.filter(({ text }, index) => text !== paths[index]).length;
};
