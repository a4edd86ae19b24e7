import { Disposables } from '../lib/disposables.js';
import { log } from '../lib/log.js';
import { broker } from '../net/broker.js';
import { measureDelay } from '../net/heartbeat.js';
import { format, isOpen } from '../net/protocol.js';
import * as presence from './presence.js';
import * as rooms from './rooms.js';
import { startTranscript } from './transcript.js';

const away = 20 * 60_000;

/** One web socket and who is behind it. */
export class Person {
  room = null;
  name = 'somebody';
  transcript = null;
  #cleanUp = new Disposables();

  constructor(socket) {
    this.socket = socket;
    this.#cleanUp.on(broker, 'announcement', (text) => this.send('announcement', { text }));
  }

  send(type, body) {
    if (isOpen(this.socket)) this.socket.send(format(type, body));
  }

  join({ room, name }) {
    this.name = String(name);
    this.room = rooms.enter(String(room), this);
    presence.arrive(this.name, this);
    for (const message of this.room.history.messages) this.send('said', message);
  }

  say({ text }) {
    if (!this.room || presence.isMuted(this.name)) return;
    const message = { name: this.name, text: String(text) };
    this.room.history.add(message);
    this.room.send('said', message);
    this.transcript?.write(`${message.name}: ${message.text}`);
  }

  whisper({ to, text }) {
    presence.find(to)?.send('whispered', { name: this.name, text: String(text) });
  }

  /** Asks after a while whether he is still there. */
  type() {
    setTimeout(() => { // leak: request-in-timer (missed)
      if (isOpen(this.socket)) this.send('still there?', {});
    }, away);
  }

  record() {
    this.transcript = startTranscript(this.name);
  }

  watch() {
    measureDelay(this.socket, (milliseconds) => log.info('delay', { name: this.name, milliseconds }));
  }

  mute() {
    presence.mute(this.name);
    this.#cleanUp.add(() => presence.unmute(this.name));
  }

  leave() {
    presence.depart(this.name);
    this.#leaveRoom();
  }

  /** Called when the socket is closed. */
  dispose() {
    this.#leaveRoom();
    this.#cleanUp.dispose();
  }

  #leaveRoom() {
    if (this.room) rooms.leave(this.room, this);
    this.room = null;
  }
}
