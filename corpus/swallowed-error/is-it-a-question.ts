import { stat } from 'node:fs/promises';
export async function check(path: string): Promise<boolean> {
  let isThere = false;
  try {
    await stat(path);
    isThere = true;
  } catch {}
  return isThere;
}
