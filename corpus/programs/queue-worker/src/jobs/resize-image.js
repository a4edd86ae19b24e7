const { Limiter } = require('../lib/limiter');
const { showProgress } = require('../lib/progress');
const { withTemporaryFile } = require('../lib/temporary-file');

const limiter = new Limiter(2);

async function resize(file, { pixels, width }) {
  if (!Number.isInteger(width) || width < 1) throw new Error(`no such width: ${width}`);
  await file.write(Buffer.alloc(Math.min(pixels, 4096)));
  return { width, bytes: pixels };
}

/** Makes a picture small. */
async function resizeImage(job) {
  let done = 0;
  const progress = showProgress('resize', () => done); // leak: timer-leak (missed)
  const result = await limiter.run(() => withTemporaryFile((file) => resize(file, job)));
  done = 1;
  progress.done();
  return result;
}

module.exports = { resizeImage };
