import { EventEmitter } from 'node:events';

export interface Stay {
  readonly plate: string;
  readonly enteredAt: number;
}

interface GarageEventMap {
  entered: [Stay];
  left: [Stay];
  full: [];
}

/** What happens in the garage, for as long as the service runs. */
export const garageEvents = new EventEmitter<GarageEventMap>();
garageEvents.setMaxListeners(0);
