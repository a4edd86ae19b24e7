import type { Tracker } from './tracker';

export interface Parts {
  readonly tracker?: Tracker | null;
  others: Array<Tracker>;
}
