import { createReadStream } from 'node:fs';

export async function count(name) {
  let total = 0;
  for await (const chunk of createReadStream(name)) total += chunk.length;
  return total;
}
