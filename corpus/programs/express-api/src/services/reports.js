'use strict';

const fs = require('fs/promises');
const path = require('path');

const config = require('../config');

const headerSize = 16;

function reportFile(name) {
  return path.join(config.reportFolder, path.basename(name));
}

/** The first bytes of a report, or null where it is still being written. */
async function readHeader(name) {
  const file = await fs.open(reportFile(name)); // leak: resource-leak "not closed on every way out"
  const { size } = await file.stat();
  if (size < headerSize) return null;
  const { buffer } = await file.read(Buffer.alloc(headerSize), 0, headerSize, 0);
  await file.close();
  return buffer.toString('latin1');
}

/** How many lines a report has. */
async function countLines(name) {
  const file = await fs.open(reportFile(name));
  try {
    let lines = 0;
    const chunk = Buffer.alloc(4096);
    for (;;) {
      const { bytesRead } = await file.read(chunk, 0, chunk.length);
      if (bytesRead === 0) return lines;
      for (let index = 0; index < bytesRead; ++index) lines += chunk[index] === 10 ? 1 : 0;
    }
  } finally {
    await file.close();
  }
}

module.exports = { readHeader, countLines, reportFile };
