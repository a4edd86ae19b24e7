let container;
export const before = async (world) => {
  await world.import('reflect-metadata');
  container = (await world.import('typedi')).Container;
};
export default ({ it }) => container.get(it.Visit);
