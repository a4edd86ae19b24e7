// The same, with the removal before it is decided whether another pass follows.
const { EventEmitter } = require('events');

class Replayer extends EventEmitter {
  replay(store) {
    const pass = () => {
      const stream = store.createStream();
      const stop = () => stream.destroy();
      this.once('close', stop);
      stream.on('end', () => {
        this.removeListener('close', stop);
        if (store.isEmpty()) this.emit('replayed');
        else pass();
      });
    };
    pass();
  }
}

module.exports = Replayer;
