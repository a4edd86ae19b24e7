const { PassThrough, addAbortSignal } = require('stream');

exports.follow = (view, signal) => {
  const stream = addAbortSignal(signal, new PassThrough());
  stream.on('error', () => view.update());
  stream.resume();
};
