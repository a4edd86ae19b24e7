// Runs the program for tests/prove: each scenario names the leaks that it must show, or none.

export const entry = 'src/server.js';

/** A visit of somebody who joins a room, says some things and goes without a word. */
const visitWith = (...messages) => async ({ webSocket, number }) => {
  const join = { type: 'join', room: `room ${number % 3}`, name: `p${number}` };
  await webSocket({ messages: [join, ...messages.map((message) => message(number))].map((one) => JSON.stringify(one)) });
};
const leave = () => ({ type: 'leave' });

export const scenarios = {
  'one goes without saying good-bye': {
    leaks: ['src/chat/presence.js unbounded-cache'],
    run: visitWith(() => ({ type: 'say', text: 'hello' })),
  },
  'somebody is mentioned': {
    leaks: ['src/chat/history.js unbounded-cache'],
    warmUp: 210,
    together: 4,
    run: visitWith((number) => ({ type: 'say', text: `hello @friend${number}` }), leave),
  },
  'the delay is measured': {
    leaks: ['src/net/heartbeat.js timer-leak'],
    run: visitWith(() => ({ type: 'watch' }), leave),
  },
  'one types and goes': {
    leaks: ['src/chat/person.js request-in-timer'],
    run: visitWith(() => ({ type: 'typing' }), leave),
  },
  'a transcript is asked for': {
    leaks: ['src/chat/transcript.js resource-leak'],
    run: visitWith(() => ({ type: 'record' }), () => ({ type: 'say', text: 'for the record' }), leave),
  },
  'settings are followed': {
    leaks: ['src/chat/settings.js ignored-signal', 'src/chat/settings.js listener-leak'],
    run: visitWith(() => ({ type: 'follow' }), leave),
  },
  'a polite visit': {
    run: visitWith(() => ({ type: 'mute' }), () => ({ type: 'say', text: 'quiet' }), () => ({ type: 'whisper', to: 'p1', text: 'psst' }), leave),
  },
};
