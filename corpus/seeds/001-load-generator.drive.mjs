import { createRequire } from 'node:module';
import path from 'node:path';

const load = createRequire(import.meta.url);
let file;
export const before = ({ folder }) => (file = path.join(folder, '001-load-generator.js'));
export default async ({ world }) => {
  delete load.cache[file];
  load(file);
  await world.sleep(60);
};
