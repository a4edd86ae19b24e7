const { connect } = require('some-broker');
const clients = {};

exports.clients = clients;
exports.createClient = function (name, url) {
  const client = connect(url);
  clients[name] = { name, client, failures: 0 };
  clients[name].client.on('error', () => { clients[name].failures += 1; });
};
exports.createOther = function (name, url) {
  clients[name] = { name, client: connect(url), failures: 0 };
  clients[name].client.on('error', () => { clients[name].failures += 1; });
};
