// Runs the program for tests/prove: each scenario names the leaks that it must show, or none.

import { EventEmitter } from 'node:events';

export const entry = 'src/index.js';
export const files = { 'watched/a.txt': 'first line\nsecond\n' };

const lasting = new EventEmitter().setMaxListeners(0);

export const scenarios = {
  'a promise that can be aborted': {
    leaks: ['src/promises/abortable.js listener-leak'],
    run: ({ it, signal, text }) => it.abortable(Promise.resolve(text), signal),
  },
  'a listener with a signal': {
    leaks: ['src/events/emitters.js ignored-signal'],
    run({ it, view }) {
      const ending = new AbortController();
      const mine = view();
      it.on(lasting, 'news', () => mine.show(), { signal: ending.signal });
      ending.abort();
    },
  },
  'a hub that is closed': {
    leaks: ['src/events/hub.js listener-leak'],
    run({ it }) {
      const hub = new it.Hub({ closeAtExit: true });
      hub.follow(lasting, 'news').close();
    },
  },
  'an answer is remembered': {
    leaks: ['src/promises/memoize.js unbounded-cache'],
    gauge: 'entries',
    warmUp: 120,
    run: ({ it, number }) => it.memoize(`key ${number}`, async (key) => key.length),
  },
  'a poller is stopped': {
    leaks: ['src/poller.js timer-leak'],
    run({ it }) {
      const poller = new it.Poller(() => 1, () => {});
      poller.start(1000);
      poller.stop();
    },
  },
  'a folder is watched': {
    leaks: ['src/files/folder-watcher.js resource-leak'],
    run({ it, world }) {
      const watcher = new it.FolderWatcher(`${world.folder}/watched`, () => {});
      watcher.close();
    },
  },
  'what lets go of everything': {
    async run({ it, number, signal, view, world }) {
      const mine = view();
      const undo = it.relay(lasting, new EventEmitter(), ['news', 'weather']);
      undo();
      const waiting = it.once(lasting, 'answer');
      lasting.emit('answer', number);
      await waiting;
      const hub = new it.Hub();
      hub.follow(lasting, 'news', 'told').on('told', () => mine.show());
      hub.close();
      const { clear } = it.anySignal([signal]);
      clear();
      await it.sleep(1, { signal });
      await it.deadline(async () => number, 50);
      await it.limit(2)(async () => number);
      it.memoizeByObject(mine, () => number);
      const progress = new it.Progress(10);
      progress.bar(3);
      progress.finish();
      await it.firstLine(`${world.folder}/watched/a.txt`);
      const folder = await it.temporaryFolder();
      await folder[Symbol.asyncDispose]();
    },
  },
};
