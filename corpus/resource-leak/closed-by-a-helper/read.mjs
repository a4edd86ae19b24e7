import { open } from 'node:fs/promises';
import { closeQuietly } from './close.mjs';

export async function read(name) {
  const file = await open(name);
  try {
    return await file.readFile('utf8');
  } finally {
    await closeQuietly(file);
  }
}
