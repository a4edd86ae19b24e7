import { readFile } from 'node:fs/promises';

export async function follow(view, signal) {
  view.update(await readFile('package.json', { signal }));
}
