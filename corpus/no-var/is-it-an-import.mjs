import fs, { readFile as read } from 'node:fs';
export default () => read(fs);
