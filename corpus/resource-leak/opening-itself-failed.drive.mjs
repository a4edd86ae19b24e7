import fs from 'node:fs';

// Every other time there is no such folder.
export default ({ it, number }) => new Promise((resolve) =>
  it.default(number % 2 ? 'no/such/folder' : 'log', (error, fd) => (error ? resolve() : fs.close(fd, resolve))));
