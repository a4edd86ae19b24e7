import { Controller, Get, Res } from '@nestjs/common';
import { firstValueFrom, takeWhile } from 'rxjs';

import { OccupancyService } from '../tickets/occupancy.service.js';

interface Answer {
  writeHead(status: number, headers: Record<string, string>): void;
  write(text: string): void;
  end(): void;
  on(event: 'close', listener: () => void): void;
}

function startStream(answer: Answer): (cars: number) => void {
  answer.writeHead(200, { 'content-type': 'text/event-stream' });
  return (cars) => answer.write(`data: ${cars}\n\n`);
}

/** The signs at the entrances. */
@Controller('display')
export class DisplayController {
  constructor(private readonly occupancy: OccupancyService) {}

  @Get()
  async now() {
    return { cars: await firstValueFrom(this.occupancy.changes) };
  }

  @Get('entrance')
  entrance(@Res() answer: Answer): void {
    const tell = startStream(answer);
    this.occupancy.changes.subscribe(tell); // leak: subscription-leak
  }

  @Get('exit')
  exit(@Res() answer: Answer): void {
    const tell = startStream(answer);
    const following = this.occupancy.changes.subscribe(tell);
    answer.on('close', () => following.unsubscribe());
  }

  @Get('first')
  first(@Res() answer: Answer): void {
    const tell = startStream(answer);
    const following = this.occupancy.changes.pipe(takeWhile((cars) => cars < 1)).subscribe({ next: tell, complete: () => answer.end() });
    answer.on('close', () => following.unsubscribe());
  }
}
