// A wrapper made for every loan listens on the connection, which goes back to the pool without it.
const { EventEmitter } = require('events');

class Pool {
  constructor(make) {
    this.make = make;
    this.idle = [];
  }

  borrow(taker) {
    if (this.idle.length > 0) {
      const connection = this.idle.shift();
      process.nextTick(() => taker(null, connection));
      return;
    }
    taker(null, this.make());
  }

  giveBack(connection) {
    this.idle.push(connection);
  }
}

function relay(source, target) {
  source.on('error', (error) => target.emit('error', error)); // leak: listener-leak "`source` keeps one more 'error' listener"
}

class Loan extends EventEmitter {
  constructor(connection) {
    super();
    this.connection = connection;
    relay(connection, this);
  }
}

const pool = new Pool(() => new EventEmitter());

module.exports.borrow = () =>
  new Promise((resolve) => pool.borrow((error, connection) => resolve(new Loan(connection))));
module.exports.giveBack = (loan) => pool.giveBack(loan.connection);
