const { MongoClient } = require('mongodb');
const mongoose = require('mongoose');
const http = require('http');

const client = new MongoClient('mongodb://db.test');
const connection = mongoose.createConnection('mongodb://db.test');

http.createServer(async (request, response) => {
  const session = client.startSession();
  try {
    await session.withTransaction(async () => {
      await client.db('shop').collection('orders').insertOne({ at: Date.now() }, { session });
    });
  } finally {
    await session.endSession();
  }
  response.end();
});
process.once('SIGTERM', async () => {
  await client.close();
  await connection.close();
});
