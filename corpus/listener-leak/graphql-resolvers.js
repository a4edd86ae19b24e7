import { ApolloServer } from '@apollo/server';
import { createSchema, createYoga } from 'graphql-yoga';
import { EventEmitter } from 'node:events';

const bus = new EventEmitter();
const resolvers = {
  Query: {
    posts() {
      bus.on('post', () => {}); // leak: listener-leak "for every request"
    },
    async count() {
      const count = () => {};
      bus.on('count', count);
      bus.off('count', count);
    },
  },
};

bus.on('reload', () => {});
export const server = new ApolloServer({ typeDefs: 'type Query { posts: Int count: Int }', resolvers });
export const yoga = createYoga({
  schema: createSchema({ typeDefs: 'type Query { me: Int }', resolvers: { Query: { me() { bus.on('me', () => {}); } } } }), // leak: listener-leak
});
