import { readFile } from 'node:fs/promises';
export async function environment(files = ['.env.local', '.env']) {
  return Promise.all(files.map((file) => readFile(file, 'utf8'))); // leak: unbounded-concurrency (low)
}
