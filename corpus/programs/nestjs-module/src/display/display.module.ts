import { Module } from '@nestjs/common';

import { TicketsModule } from '../tickets/tickets.module.js';
import { DisplayController } from './display.controller.js';

@Module({ imports: [TicketsModule], controllers: [DisplayController] })
export class DisplayModule {}
