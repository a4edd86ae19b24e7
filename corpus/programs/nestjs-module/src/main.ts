import 'reflect-metadata';

import { mkdirSync } from 'node:fs';

import { NestFactory } from '@nestjs/core';

import { AppModule } from './app.module.js';
import { HttpErrorFilter } from './common/http-error.filter.js';
import { receiptFolder } from './receipts/receipts.service.js';

mkdirSync(receiptFolder, { recursive: true });

const app = await NestFactory.create(AppModule, { logger: false });
app.useGlobalFilters(new HttpErrorFilter());
app.enableShutdownHooks();
await app.listen(process.env.PORT ?? 3000);
