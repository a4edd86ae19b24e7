import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { BehaviorSubject, type Observable } from 'rxjs';

import { garageEvents } from '../common/garage-events.js';

/** How many cars there are; one for the whole service. */
@Injectable()
export class OccupancyService implements OnModuleInit, OnModuleDestroy {
  private readonly cars = new BehaviorSubject(0);
  private sampler: NodeJS.Timeout | undefined;
  private most = 0;

  onModuleInit(): void {
    garageEvents.on('entered', this.add);
    garageEvents.on('left', this.subtract);
    this.sampler = setInterval(() => this.sample(), 60_000);
  }

  onModuleDestroy(): void {
    garageEvents.off('entered', this.add);
    garageEvents.off('left', this.subtract);
    clearInterval(this.sampler);
    this.cars.complete();
  }

  get changes(): Observable<number> {
    return this.cars.asObservable();
  }

  private readonly add = (): void => this.cars.next(this.cars.value + 1);
  private readonly subtract = (): void => this.cars.next(this.cars.value - 1);

  private sample(): void {
    this.most = Math.max(this.most, this.cars.value);
  }
}
