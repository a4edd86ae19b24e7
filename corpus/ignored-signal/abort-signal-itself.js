exports.follow = (view, signal) => {
  signal.addEventListener('abort', () => view.update(), { once: true });
};
