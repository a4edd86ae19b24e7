import { Body, Controller, Get, Param, Post } from '@nestjs/common';

import { Visitor } from '../common/visitor.middleware.js';
import { ReceiptsService } from './receipts.service.js';

@Controller('receipts')
export class ReceiptsController {
  constructor(private readonly receipts: ReceiptsService) {}

  @Get()
  greet() {
    return { visitor: Visitor.name };
  }

  @Post(':name')
  async print(@Param('name') name: string, @Body() body: { lines?: string[] }) {
    return { bytes: await this.receipts.print(name.slice(0, 20), body?.lines ?? []) };
  }

  @Get(':name')
  async first(@Param('name') name: string) {
    return { line: await this.receipts.firstLineOf(name.slice(0, 20)) };
  }
}
