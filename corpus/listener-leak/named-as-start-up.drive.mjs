import { EventEmitter } from 'node:events';

globalThis.app = new EventEmitter();
export default ({ it, mark, text }) => {
  it.initializeHook();
  const contribution = mark(new it.Contribution());
  contribution.onStart();
  contribution.doInit();
  contribution.onRequestStart(text);
};
