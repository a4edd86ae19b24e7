// inversify makes one for each who asks, unless it is told that there is only one.
let containers;
export const before = (world) => world.import('reflect-metadata');
export const started = async (it, world) => {
  const [inversify, typedi] = await Promise.all([world.import('inversify'), world.import('typedi')]);
  const container = new inversify.Container({ defaultScope: 'Singleton' });
  container.bind(it.Watcher).toSelf();
  containers = [container, typedi.Container];
};
export default ({ it }) => {
  containers[0].get(it.Watcher);
  containers[1].get(it.SyncService);
};
