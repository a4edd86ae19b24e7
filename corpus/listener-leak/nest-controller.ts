import { Controller, Get, Injectable, Module, Req } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
import { EventEmitter } from 'node:events';
import type { Request } from 'express';

const bus = new EventEmitter();

@Injectable()
export class Audit {
  constructor() {
    bus.on('audit', () => {});
  }

  follow(request: Request) {
    bus.on('followed', () => request.url); // leak: listener-leak "for every request"
  }
}

@Controller('cats')
export class CatsController {
  constructor(private readonly audit: Audit) {}

  onModuleInit() {
    bus.on('reload', () => {});
  }

  @Get()
  findAll(@Req() request: Request) {
    this.audit.follow(request);
    request.on('close', () => {});
  }

  @Cron('* * * * *')
  sweep() {
    bus.on('swept', () => {}); // leak: listener-leak "for every job"
  }
}

@WebSocketGateway()
export class Chat {
  handleConnection(client) {
    bus.on('news', () => client.send('news')); // leak: listener-leak "for every connection"
  }

  @SubscribeMessage('ask')
  answer() {
    const done = () => {};
    bus.on('answer', done);
    bus.off('answer', done);
  }
}

@Module({ controllers: [CatsController] })
export class AppModule {}
