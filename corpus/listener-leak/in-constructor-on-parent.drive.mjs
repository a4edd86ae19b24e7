import { EventEmitter } from 'node:events';

const player = new EventEmitter();
export default ({ it, mark }) => mark(new it.Caption(player)).destroy();
