import { EventEmitter } from 'node:events';

// One command, with a handful of processes that tell it what they do.
const bus = new EventEmitter();
export const started = (it) => it.dashboard(bus);
export default ({ number, text }) => bus.emit('log', `process ${number % 4}`, text);
