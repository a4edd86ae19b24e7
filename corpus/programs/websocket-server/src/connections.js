import { Person } from './chat/person.js';
import { isTooLong, tellOfSettings } from './chat/settings.js';
import { log } from './lib/log.js';
import { noteLife } from './net/heartbeat.js';
import { parse } from './net/protocol.js';
import { isTooFast } from './net/rate-limiter.js';

const actions = {
  join: (person, message) => person.join(message),
  leave: (person) => person.leave(),
  say: (person, message) => person.say(message),
  whisper: (person, message) => person.whisper(message),
  typing: (person) => person.type(),
  mute: (person) => person.mute(),
  record: (person) => person.record(),
  watch: (person) => person.watch(),
  follow: (person) => tellOfSettings(person.socket),
};

/** Serves one web socket from its first message to its last. */
export function welcome(socket) {
  const person = new Person(socket);
  noteLife(socket);

  socket.on('message', (data) => {
    if (isTooFast(socket)) return;
    const message = parse(data);
    if (!message || isTooLong(String(message.text ?? ''))) return;
    actions[message.type](person, message);
  });
  socket.on('error', (error) => log.warn('socket failed', { message: error.message }));
  socket.on('close', () => person.dispose());
}
