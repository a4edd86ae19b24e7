import { createReadStream, createWriteStream } from 'node:fs';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';

import { Injectable } from '@nestjs/common';

export const receiptFolder = process.env.RECEIPTS ?? 'receipts';

const fileOf = (name: string): string => path.join(receiptFolder, `${path.basename(name)}.txt`);

@Injectable()
export class ReceiptsService {
  /** Writes a receipt; gives its length. */
  async print(name: string, lines: readonly string[]): Promise<number> {
    const stream = createWriteStream(fileOf(name)); // leak: resource-leak (missed)
    await once(stream, 'open');
    if (lines.length === 0) return 0;
    for (const line of lines) stream.write(`${line}\n`);
    stream.end();
    await once(stream, 'close');
    return stream.bytesWritten;
  }

  /** The first line of a receipt, or nothing where there is none. */
  async firstLineOf(name: string): Promise<string | null> {
    const stream = createReadStream(fileOf(name), 'utf8');
    try {
      for await (const line of createInterface({ input: stream })) return line;
      return null;
    } catch {
      return null;
    } finally {
      stream.destroy();
    }
  }
}
