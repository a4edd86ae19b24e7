const { ApolloServer } = require('@apollo/server');
const { EventEmitter } = require('events');

const bus = new EventEmitter();

const resolvers = {
  Query: {
    next: () =>
      new Promise((resolve) => {
        const take = (post) => {
          bus.off('post', take);
          resolve(post);
        };
        bus.on('post', take);
      }),
  },
};

bus.on('post', (post) => console.log(post.id));
exports.bus = bus;
exports.server = new ApolloServer({ typeDefs: 'type Query { next: Int }', resolvers });
