import { open } from 'node:fs/promises';

export async function firstLine(name) {
  const file = await open(name);
  try {
    const text = await file.readFile('utf8');
    return text.split('\n')[0];
  } finally {
    await file.close();
  }
}
