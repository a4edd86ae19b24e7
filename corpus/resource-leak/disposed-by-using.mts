import { open } from 'node:fs/promises';

export async function read(name: string): Promise<string> {
  await using file = await open(name);
  return await file.readFile('utf8');
}
