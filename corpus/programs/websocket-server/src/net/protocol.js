const known = new Set(['join', 'leave', 'say', 'whisper', 'typing', 'mute', 'record', 'follow', 'watch']);

/** A message from outside, or null where it is none of ours. */
export function parse(data) {
  let message;
  try {
    message = JSON.parse(String(data));
  } catch {
    return null;
  }
  if (message === null || typeof message !== 'object' || !known.has(message.type)) return null;
  return message;
}

export function format(type, body) {
  return JSON.stringify({ type, at: Date.now(), ...body });
}

export function isOpen(socket) {
  return socket.readyState === 1;
}
