// A bot with a log, and an agenda that is ready when all that runs is done.
export const files = {
  'node_modules/some-bot/index.js': `
    const { EventEmitter } = require('events');
    exports.Bot = class extends EventEmitter {
      constructor() { super(); globalThis.bot = this; }
      log() {}
    };`,
  'node_modules/some-agenda/index.js': `
    const { EventEmitter } = require('events');
    exports.Agenda = class extends EventEmitter {
      constructor(options, whenReady) { super(); setImmediate(whenReady); }
    };`,
};
export default async ({ mark, text, sleep }) => {
  const { bot } = globalThis;
  bot.emit('message');
  mark(bot.agenda, 'resource');
  await sleep(1);
  bot.agenda.emit('start', { name: text });
};
