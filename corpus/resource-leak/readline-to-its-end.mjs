import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

export async function show(name) {
  const lines = createInterface({ input: createReadStream(name) });
  for await (const line of lines) console.log(line);
}
