exports.follow = (view, signal) => {
  process.stdin.on('end', () => view.update(), { signal }); // leak: ignored-signal
};
