const fs = require('fs/promises');
const path = require('path');

const { temporaryFolder } = require('../config');

let next = 0;

/** Lends a file that is gone when `work` is done. */
async function withTemporaryFile(work) {
  const name = path.join(temporaryFolder, `work-${process.pid}-${++next}`);
  const file = await fs.open(name, 'w+');
  try {
    return await work(file);
  } finally {
    await file.close();
    await fs.rm(name, { force: true });
  }
}

module.exports = { withTemporaryFile };
