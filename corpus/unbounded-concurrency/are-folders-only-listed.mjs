// A thread of the pool opens a folder, reads it and closes it in one go: only so many are ever open.
import { readdir } from 'node:fs/promises';
export async function files(folder) {
  const entries = await readdir(folder, { withFileTypes: true });
  const lists = await Promise.all(entries.map((entry) => { // leak: unbounded-concurrency (low)
    return entry.isDirectory() ? files(`${folder}/${entry.name}`) : [entry.name];
  }));
  return lists.flat();
}
