exports.read = function (request) {
  ({ query, body: payload } = request); // leak: implicit-global "query" // leak: implicit-global "payload"
  return [query, payload];
};
