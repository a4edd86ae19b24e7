import fs from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { pipeline } from 'node:stream/promises';
import { exec } from 'node:child_process';
import { promisify } from 'node:util';
import pg from 'pg';
import { createClient } from 'redis';
import { MongoClient } from 'mongodb';
import axios from 'axios';
const run = promisify(exec);
const pool = new pg.Pool();
const redis = createClient();
const orders = new MongoClient('mongodb://db.test').db('shop').collection('orders');
export async function handle(request, response) {
  fetch('/audit', { method: 'POST' }); // leak: unawaited-promise "Nobody awaits `fetch(…)`"
  fs.promises.unlink('a'); // leak: unawaited-promise
  writeFile('a', 'b'); // leak: unawaited-promise
  sleep(100); // leak: unawaited-promise
  run('ls'); // leak: unawaited-promise "Nobody awaits `run(…)`"
  pool.query('select 1'); // leak: unawaited-promise
  redis.set('a', 'b'); // leak: unawaited-promise
  orders.insertOne({ a: 1 }); // leak: unawaited-promise
  axios.post('/x', {}); // leak: unawaited-promise
  pipeline(request, response); // leak: unawaited-promise
}
export async function handleWell(request, response) {
  await Promise.all([fetch('/audit'), writeFile('a', 'b'), pool.query('select 1'), run('ls'), redis.set('a', 'b')]);
  const answer = await fetch('/page');
  response.end(await answer.text());
}
