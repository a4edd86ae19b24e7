import { Server } from 'socket.io';
import { WebSocketServer } from 'ws';
import { Injectable, OnModuleInit } from '@nestjs/common';
import fp from 'fastify-plugin';
import Redis from 'ioredis';
import { Kafka } from 'kafkajs';

const io = new Server();
io.on('connection', (socket) => {
  const timer = setInterval(() => socket.emit('tick'), 1000);
  socket.on('disconnect', () => clearInterval(timer));
  socket.on('join', (room) => io.to(room).emit('joined'));
});

const sockets = new WebSocketServer({ port: 8080 });
function heartbeat() {
  this.isAlive = true;
}
sockets.on('connection', (socket) => {
  socket.on('pong', heartbeat);
  socket.on('error', console.error);
});

@Injectable()
export class News implements OnModuleInit {
  private subscriber: Redis;
  async onModuleInit() {
    this.subscriber = new Redis();
    this.subscriber.on('message', () => {});
    process.on('SIGTERM', () => this.subscriber.quit());
  }
}

export default fp(async (instance) => {
  process.on('SIGTERM', () => instance.close());
});

class Consumer {
  private readonly consumer = new Kafka({ brokers: [] }).consumer({ groupId: 'g' });
  async start() {
    await this.consumer.run({ eachMessage: async () => {} });
    process.on('SIGTERM', () => this.consumer.disconnect());
  }
}
new Consumer().start();
