const { Pool } = require('pg');
const pool = new Pool();
exports.charge = async function (order) {
  try {
    await pool.query('update orders set paid = true where id = $1', [order.id]);
  } catch (error) { // leak: swallowed-error "`charge` logs it"
    console.error('not paid', error);
  }
};
exports.chargeOrThrow = async function (order) {
  try {
    await pool.query('update orders set paid = true where id = $1', [order.id]);
  } catch (error) {
    console.error('not paid', error);
    throw error;
  }
};
