import { open } from 'node:fs/promises';

/** The first line of a file, at most so many bytes of it. */
export async function firstLine(name, most = 4096) {
  const file = await open(name);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(most), 0, most, 0);
    return buffer.toString('utf8', 0, bytesRead).split('\n', 1)[0];
  } finally {
    await file.close();
  }
}
