import { Injectable, type OnModuleDestroy } from '@nestjs/common';

export interface Asking {
  readonly url: string;
}

const blinkEvery = 500;
const patience = 5 * 60_000;

@Injectable()
export class BarriersService implements OnModuleDestroy {
  private blinking: NodeJS.Timeout | undefined;
  private lamp = false;
  private complaints = 0;

  blink(name: string): void {
    this.blinking = setInterval(() => this.toggle(name), blinkEvery); // leak: timer-leak (missed)
  }

  /** Blinks three times. */
  async pulse(name: string): Promise<number> {
    let blinks = 0;
    await new Promise<void>((resolve) => {
      const timer = setInterval(() => {
        this.toggle(name);
        blinks += 1;
        if (blinks < 3) return;
        clearInterval(timer);
        resolve();
      }, 2);
    });
    return blinks;
  }

  expectCar(request: Asking): void {
    setTimeout(() => this.complain(request.url), patience); // leak: request-in-timer
  }

  onModuleDestroy(): void {
    clearInterval(this.blinking);
  }

  private complain(url: string): void {
    this.complaints += url.length > 0 ? 1 : 0;
  }

  private toggle(name: string): void {
    this.lamp = name.length > 0 && !this.lamp;
  }
}
