import { MongoClient } from 'mongodb';
import mongoose from 'mongoose';
import { createServer } from 'node:http';

const shared = new MongoClient('mongodb://db.test');

createServer(async (request, response) => {
  const client = new MongoClient('mongodb://db.test'); // leak: resource-leak "a MongoDB client"
  await client.connect();
  response.end(await client.db('a').collection('b').findOne());
});
createServer(async (request, response) => {
  const session = shared.startSession(); // leak: resource-leak "a MongoDB session"
  await session.withTransaction(async () => {});
  response.end();
});
createServer(async (request, response) => {
  const session = await mongoose.startSession();
  try {
    await session.withTransaction(async () => {});
  } finally {
    await session.endSession();
  }
  response.end();
});
createServer(async (request, response) => {
  const connection = mongoose.createConnection('mongodb://db.test'); // leak: resource-leak "a MongoDB connection"
  connection.on('error', () => response.end());
});
createServer(async (request, response) => {
  const changes = shared.db('a').watch();
  changes.on('change', (change) => response.write(change));
  response.on('close', () => changes.close());
});
