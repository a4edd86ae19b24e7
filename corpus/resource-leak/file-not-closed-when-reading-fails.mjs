import { open } from 'node:fs/promises';

export async function firstLine(name) {
  const file = await open(name); // leak: resource-leak "not closed on every way out"
  const text = await file.readFile('utf8');
  await file.close();
  return text.split('\n')[0];
}
