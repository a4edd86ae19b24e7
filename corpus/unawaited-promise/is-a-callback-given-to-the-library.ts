import fs from 'fs';
import { Pool } from 'pg';
import Redis from 'ioredis';
import amqp from 'amqplib/callback_api';
const pool = new Pool();
const redis = new Redis();
type Callback = (error: Error | null) => void;
export function remove(path: string, done: Callback): void {
  fs.unlink(path, done);
  pool.query('delete from files where path = $1', [path], (error) => done(error));
}
export function store(key: string, text: string, finished: Callback): void {
  redis.set(key, text, finished);
  if (!key) finished(new Error('no key'));
}
export function storeAll(...args: [string, string]): void {
  redis.set(...args);
}
export class Store {
  constructor(private readonly onStored: { callback: Callback }) {}
  put(key: string): void {
    redis.del(key, this.onStored.callback);
  }
}
amqp.connect('amqp://broker.test', (error, connection) => {
  connection.createChannel((failure, channel) => {
    channel.assertQueue('tasks', { durable: false });
    channel.consume('tasks', (message) => channel.ack(message));
  });
});
