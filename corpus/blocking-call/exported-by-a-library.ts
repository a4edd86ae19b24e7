import { readFileSync, statSync } from 'node:fs';

/** Who calls this, and how often, is not to be seen here. */
export function readOptions(path: string): Record<string, unknown> {
  if (!statSync(path).isFile()) return {};
  return JSON.parse(readFileSync(path, 'utf8'));
}
