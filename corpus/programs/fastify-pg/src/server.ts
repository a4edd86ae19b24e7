import { mkdirSync } from 'node:fs';

import { buildApp } from './app.js';
import { config } from './config.js';

mkdirSync(config.exportFolder, { recursive: true });

export const app = await buildApp();

process.once('SIGTERM', () => {
  app.close().catch((error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
});

await app.listen({ port: config.port, host: '0.0.0.0' });
