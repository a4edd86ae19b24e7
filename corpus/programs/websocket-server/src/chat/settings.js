import { broker } from '../net/broker.js';

const settings = { maximumLength: 500, isOpen: true };

/** Takes over what the village decides. Called once, at start-up. */
export function followSettings() {
  broker.on('settings', (changes) => Object.assign(settings, changes));
}

/** Tells a socket of each change of the settings until it is closed. */
export function tellOfSettings(socket) {
  const closing = new AbortController();
  const tell = (changes) => socket.send(JSON.stringify({ type: 'settings', changes }));
  broker.on('settings', tell, { signal: closing.signal }); // leak: ignored-signal // leak: listener-leak "`broker` keeps one more"
  socket.on('close', () => closing.abort());
}

export function isTooLong(text) {
  return text.length > settings.maximumLength;
}
