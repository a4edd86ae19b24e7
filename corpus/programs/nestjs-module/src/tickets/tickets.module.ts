import { Module } from '@nestjs/common';

import { OccupancyService } from './occupancy.service.js';
import { TicketsController } from './tickets.controller.js';
import { TicketsService } from './tickets.service.js';

@Module({ controllers: [TicketsController], providers: [TicketsService, OccupancyService], exports: [OccupancyService] })
export class TicketsModule {}
