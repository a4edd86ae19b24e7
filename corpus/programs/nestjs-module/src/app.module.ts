import { type MiddlewareConsumer, Module, type NestModule } from '@nestjs/common';

import { BarriersModule } from './barriers/barriers.module.js';
import { VisitorMiddleware } from './common/visitor.middleware.js';
import { DisplayModule } from './display/display.module.js';
import { ReceiptsModule } from './receipts/receipts.module.js';
import { TicketsModule } from './tickets/tickets.module.js';

@Module({ imports: [TicketsModule, BarriersModule, DisplayModule, ReceiptsModule] })
export class AppModule implements NestModule {
  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(VisitorMiddleware).forRoutes('receipts');
  }
}
