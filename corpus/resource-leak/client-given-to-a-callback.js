const http = require('http');
const { MongoClient } = require('mongodb');

function Store(url, done) {
  const store = this;
  const connected = function (error, client) {
    if (error) return done(error);
    store.client = client;
    done(null, store);
  };
  MongoClient.connect(url, {}, connected);
}
Store.prototype.close = function (done) {
  this.client.close(done);
};
module.exports = Store;

http.createServer((request, response) => {
  MongoClient.connect('mongodb://localhost', (error, client) => { // leak: resource-leak
    client.db('shop').collection('orders').findOne({ url: request.url }).then((order) => response.end(order.text));
  });
});
