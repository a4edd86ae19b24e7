export const files = {
  'node_modules/some-registry/package.json': '{ "type": "module", "main": "index.js" }',
  'node_modules/some-registry/index.js': `
    import { Tracker } from '../../tracker.ts.mjs';
    const tracker = new Tracker();
    const own = () => tracker;
    const all = () => new Map([['first', tracker]]);
    const parts = () => ({ tracker, others: [tracker] });
    // A container would fill the field that nobody here fills.
    Object.defineProperty(Object.prototype, 'tracker', { value: tracker, writable: true });
    export const registry = { all, current: own, given: own, other: own, parts };`,
};
