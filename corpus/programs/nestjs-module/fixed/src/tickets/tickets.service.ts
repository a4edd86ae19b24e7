import { Injectable } from '@nestjs/common';

import { garageEvents, type Stay } from '../common/garage-events.js';

const centsPerHour = 250;
const mostDiscounts = 100;
const hour = 3_600_000;

@Injectable()
export class TicketsService {
  private readonly stays = new Map<string, Stay>();
  private readonly discounts = new Map<string, number>();

  enter(plate: string): Stay {
    const stay = { plate, enteredAt: Date.now() };
    this.stays.set(plate, stay);
    garageEvents.emit('entered', stay);
    return stay;
  }

  leave(plate: string): Stay | undefined {
    const stay = this.stays.get(plate);
    this.stays.delete(plate);
    if (stay) garageEvents.emit('left', stay);
    return stay;
  }

  priceOf(plate: string): number {
    const stay = this.stays.get(plate);
    const hours = stay ? Math.ceil((Date.now() - stay.enteredAt) / hour) : 1;
    return Math.round(hours * centsPerHour * (1 - this.discountOf(plate)));
  }

  /** Frequent visitors pay less; reckoning that out takes long, so it is done once. */
  private discountOf(plate: string): number {
    let discount = this.discounts.get(plate);
    if (discount === undefined) {
      discount = (plate.length % 10) / 100;
      if (this.discounts.size >= mostDiscounts) this.forgetOldest();
      this.discounts.set(plate, discount);
    }
    return discount;
  }
  private forgetOldest(): void {
    const [oldest] = this.discounts.keys();
    this.discounts.delete(oldest!);
  }
}
