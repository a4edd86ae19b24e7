import NodeCache from 'node-cache';
import Keyv from 'keyv';
import QuickLRU from 'quick-lru';
import { createServer } from 'node:http';

const forEver = new NodeCache();
const aMinute = new NodeCache({ stdTTL: 60 });
const keys = new Keyv();
const fewKeys = new Keyv({ ttl: 1000 });
const elsewhere = new Keyv('redis://cache.test');
const recent = new QuickLRU({ maxSize: 100 });

createServer(async (request, response) => {
  const { url, headers } = request;
  forEver.set(url, headers); // leak: unbounded-cache "for every request"
  forEver.set(url + '/short', headers, 10);
  aMinute.set(url, headers);
  await keys.set(url, headers); // leak: unbounded-cache
  await fewKeys.set(url, headers);
  await elsewhere.set(url, headers);
  recent.set(url, headers);
  response.end();
});
