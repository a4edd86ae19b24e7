const { Pool } = require('pg');
const pool = new Pool();
async function save(orders) {
  await Promise.all(orders.map((order) => pool.query('insert into orders values ($1)', [order.id]))); // leak: unbounded-concurrency "One query per `order`"
}
module.exports = { save };
