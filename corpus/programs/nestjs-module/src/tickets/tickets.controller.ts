import { Controller, Delete, Get, NotFoundException, Param, Post, UseInterceptors } from '@nestjs/common';

import { TimingInterceptor } from './timing.interceptor.js';
import { TicketsService } from './tickets.service.js';

@Controller('tickets')
export class TicketsController {
  constructor(private readonly tickets: TicketsService) {}

  @Post(':plate')
  enter(@Param('plate') plate: string) {
    return this.tickets.enter(plate.slice(0, 20));
  }

  @Delete(':plate')
  leave(@Param('plate') plate: string) {
    const stay = this.tickets.leave(plate.slice(0, 20));
    if (!stay) throw new NotFoundException('no such car');
    return stay;
  }

  @Get(':plate/price')
  price(@Param('plate') plate: string) {
    return { cents: this.tickets.priceOf(plate) };
  }

  @Get(':plate/wait')
  @UseInterceptors(TimingInterceptor)
  wait(@Param('plate') plate: string) {
    return { plate: plate.slice(0, 20) };
  }
}
