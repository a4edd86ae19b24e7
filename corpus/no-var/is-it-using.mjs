export async function run(pool) {
  await using connection = await pool.connect();
  using lock = connection.lock();
  return lock.value;
}
