// The wrapper makes its connection, or is handed one that is made for it: both go together.
const { EventEmitter } = require('events');
const net = require('net');

class Channel extends EventEmitter {
  constructor(socket) {
    super();
    this.socket = socket;
    socket.on('error', (error) => this.emit('error', error));
  }
}

module.exports.open = (options) => new Channel(net.connect(options));

const channels = new Map();

module.exports.shared = (options) => {
  let channel = channels.get('only');
  if (!channel) {
    channel = new Channel(net.connect(options));
    channel.on('error', () => channels.delete('only'));
    channels.set('only', channel);
  }
  return channel;
};
