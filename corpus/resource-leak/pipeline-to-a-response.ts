import { createReadStream } from 'node:fs';
import { createServer } from 'node:http';
import { pipeline } from 'node:stream/promises';

createServer(async (request, response) => {
  await pipeline(createReadStream('film.mp4'), response);
});
