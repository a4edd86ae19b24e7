import mongoose from 'mongoose';
import makeKnex from 'knex';
const User = mongoose.model('User', new mongoose.Schema({}));
const knex = makeKnex({ client: 'pg' });
export async function prepare(id) {
  User.findById(id);
  User.deleteOne({ id });
  knex('users').where({ id }).del();
}
export async function add(id) {
  User.create({ id }); // leak: unawaited-promise
  await User.create({ id });
}
