import { createWriteStream } from 'node:fs';
import v8 from 'node:v8';

process.on('SIGUSR2', () => {
  const name = `heap-${Date.now()}.heapsnapshot`;
  try {
    const file = createWriteStream(name);
    v8.getHeapSnapshot().pipe(file);
    file.on('finish', () => console.info(`written: ${name}`));
  } catch (failure) {
    console.error('no snapshot', failure);
  }
});
