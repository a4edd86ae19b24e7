import { EventEmitter } from 'node:events';

export interface Loan {
  readonly id: string;
  readonly book: number;
  readonly reader: string;
}

interface LoanEvents {
  lent: [Loan];
  returned: [Loan];
  closing: [];
}

/** What happens to the books, for as long as the service runs. */
export const loanEvents = new EventEmitter<LoanEvents>();
loanEvents.setMaxListeners(0);

/** Resolves with the first event of a book, or rejects when `signal` is aborted. */
export function nextReturnOf(book: number, signal: AbortSignal): Promise<Loan> {
  return new Promise((resolve, reject) => {
    const onReturned = (loan: Loan) => {
      if (loan.book !== book) return;
      cleanUp();
      resolve(loan);
    };
    const onAbort = () => {
      cleanUp();
      reject(new Error('nobody waits any more'));
    };
    const cleanUp = () => {
      loanEvents.off('returned', onReturned);
      signal.removeEventListener('abort', onAbort);
    };
    loanEvents.on('returned', onReturned);
    signal.addEventListener('abort', onAbort);
  });
}
