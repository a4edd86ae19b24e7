export const files = {
  'node_modules/some-registry/index.js': `
    const { Tracker } = require('../../tracker');
    const tracker = new Tracker();
    const registry = new (require('events'))();
    const all = new Map([['first', tracker]]);
    registry.get = (name) => (name === 'all' ? all : tracker);
    setImmediate(() => registry.emit('change', tracker));
    module.exports = registry;`,
};
