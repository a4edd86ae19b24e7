import { Controller, Param, Post, Req } from '@nestjs/common';

import { type Asking, BarriersService } from './barriers.service.js';

@Controller('barriers')
export class BarriersController {
  constructor(private readonly barriers: BarriersService) {}

  /** Opens a barrier, and lets it blink until the car is through. */
  @Post(':name/open')
  open(@Param('name') name: string) {
    this.barriers.blink(name.slice(0, 20));
    return { open: true };
  }

  /** Opens it for a moment. */
  @Post(':name/pulse')
  async pulse(@Param('name') name: string) {
    return { blinks: await this.barriers.pulse(name.slice(0, 20)) };
  }

  /** Opens it, and complains when nobody came through. */
  @Post(':name/expect')
  expect(@Req() request: Asking) {
    this.barriers.expectCar(request);
    return { open: true };
  }
}
