const emitters = [];
export const started = (it) => {
  for (const Made of [class {}, class extends EventTarget {}]) {
    it.mixEvents(Made);
    emitters.push(new Made());
  }
};
export default ({ mark }) => {
  for (const emitter of emitters) {
    const listener = mark(() => {}, 'listener');
    emitter.on('change', listener);
    emitter.off('change', listener);
  }
};
