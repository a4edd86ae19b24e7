import { createServer } from 'node:http';
const known: Record<string, string> = {};

function spelling(codec: string, isSupported: (name: string) => boolean): string {
  if (known[codec]) return known[codec];
  const spellings: Record<string, string[]> = {
    flac: ['flac', 'fLaC', 'FLAC'],
    opus: ['opus', 'Opus'],
    mp3: ['mp4a.40.34', 'mp3'],
  };
  for (const name of spellings[codec]) {
    if (isSupported(name)) {
      known[codec] = name;
      return name;
    }
  }
  return codec;
}

createServer((request, response) => {
  response.end(spelling(request.url!.slice(1), (name) => name.length < 5));
}).listen(3000);
