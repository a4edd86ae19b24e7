const fs = require('fs').promises;
const { readFile } = require('fs/promises');
const util = require('util');
const stat = util.promisify(require('fs').stat);
const mysql = require('mysql2/promise');
const callbacks = require('mysql2');
const pool = mysql.createPool({});
async function refresh(path) {
  fs.rm(path); // leak: unawaited-promise
  readFile(path); // leak: unawaited-promise
  stat(path); // leak: unawaited-promise
  pool.execute('select 1'); // leak: unawaited-promise
}
function refreshWithCallbacks(connection = callbacks.createConnection({})) {
  connection.connect();
  connection.query('select 1').on('result', (row) => row);
}
module.exports = { refresh, refreshWithCallbacks };
