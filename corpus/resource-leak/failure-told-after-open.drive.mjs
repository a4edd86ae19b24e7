import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

// What can be opened, but not asked about.
export const before = () => {
  fs.fstat = (fd, callback) => setImmediate(callback, new Error('input/output error'));
  syncBuiltinESMExports();
};
export const files = { data: 'text' };
export default ({ it }) => new Promise((resolve) => it.default('data', resolve));
