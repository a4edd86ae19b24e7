import fs from 'node:fs';

// A snapshot takes long, so there are few.
export const warmUp = 2;
export const lives = 2;
export default async () => {
  const written = new Promise((resolve) => { console.info = resolve; });
  process.emit('SIGUSR2', 'SIGUSR2');
  fs.rmSync((await written).replace('written: ', ''));
};
