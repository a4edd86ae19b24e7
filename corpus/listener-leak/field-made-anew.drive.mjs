import { EventEmitter } from 'node:events';

let world;
export const started = (it, given) => { world = given; it.default.build = () => world.marks.mark(new EventEmitter()); };
export default ({ it }) => it.default.connect();
