const { Peer } = require('some-peer');

module.exports = class Tracker {
  constructor() {
    this.peers = {};
  }
  receive(message) {
    let peer;
    if (message.offer) {
      peer = this.create(message);
      peer.once('signal', (answer) => this.send(answer));
    }
    if (message.answer) {
      peer = this.peers[message.id];
      peer.signal(message.answer);
      delete this.peers[message.id];
    }
  }
  create(message) {
    return new Peer(message.offer);
  }
};
