exports.follow = (view, signal) => {
  window.addEventListener('resize', () => view.update(), { signal });
};
