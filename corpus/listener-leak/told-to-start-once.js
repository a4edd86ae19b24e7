const { EventEmitter } = require('events');

class Coordinator extends EventEmitter {
  constructor(channel) {
    super();
    channel.on('message', (message) => this.emit(message.type)); // leak: listener-leak (low)
  }
}

function startCoordinator() {
  return new Coordinator(process);
}

process.on('message', (message) => {
  if (message.command === 'start') startCoordinator();
  else if (message.command === 'work') process.on('SIGHUP', () => message.path); // leak: listener-leak
});
