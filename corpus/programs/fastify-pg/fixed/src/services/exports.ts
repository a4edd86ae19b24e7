import { createWriteStream, type WriteStream } from 'node:fs';
import path from 'node:path';

import { config } from '../config.js';
import { loanEvents, type Loan } from '../lib/events.js';

/** Writes each loan of one reader to a file, from now on. */
export class ReaderExport {
  private readonly stream: WriteStream;
  private lines = 0;

  constructor(private readonly reader: string) {
    const name = reader.replace(/\W+/g, '-').slice(0, 40);
    this.stream = createWriteStream(path.join(config.exportFolder, `${name}.csv`));
    this.stream.on('error', () => this.stream.destroy());
    loanEvents.on('lent', this.note);
  }

  private readonly note = (loan: Loan): void => {
    if (loan.reader !== this.reader) return;
    this.lines += 1;
    this.stream.write(`${loan.id};${loan.book}\n`);
  };

  /** Ends the file, and says how long it is. */
  finish(): number {
    loanEvents.off('lent', this.note);
    this.stream.end();
    return this.lines;
  }
}

/** Follows all loans of a day to a file; there is one for the whole service. */
export class DayBook {
  private count = 0;

  open(): void {
    loanEvents.on('lent', this.add);
  }

  close(): void {
    loanEvents.off('lent', this.add);
  }

  get length(): number {
    return this.count;
  }

  private readonly add = (): void => {
    this.count += 1;
  };
}
