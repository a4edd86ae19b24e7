import { EventEmitter } from 'node:events';

// One transport for all.
const transport = new EventEmitter();
export default ({ it, mark }) => {
  const actions = mark(new it.Actions(), 'object');
  actions.init(transport);
  actions.destroy();
};
