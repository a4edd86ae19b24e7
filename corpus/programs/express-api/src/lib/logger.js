'use strict';

const { AsyncLocalStorage } = require('async_hooks');

const context = new AsyncLocalStorage();
const quiet = process.env.LOG_LEVEL === 'silent';

function write(level, message, fields = {}) {
  if (quiet) return;
  const { requestId } = context.getStore() ?? {};
  console.log(JSON.stringify({ level, message, requestId, ...fields }));
}

const logger = {
  info: (message, fields) => write('info', message, fields),
  warn: (message, fields) => write('warn', message, fields),
  error: (message, fields) => write('error', message, fields),
};

module.exports = { logger, context };
