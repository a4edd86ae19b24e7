import { readFile } from 'node:fs/promises';
export async function handler(request: { body: { paths: string[] } }): Promise<string[]> {
  return Promise.all(request.body.paths.map((path) => readFile(path, 'utf8'))); // leak: unbounded-concurrency "file operation per `path`"
}
