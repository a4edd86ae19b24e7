// Only the method's name says that it is an emitter.
exports.follow = (emitter, view, signal) => {
  emitter.on('change', () => view.update(), { signal }); // leak: ignored-signal
};
