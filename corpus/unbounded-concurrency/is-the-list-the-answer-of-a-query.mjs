export async function remind(db, mailer) {
  const users = await db.query('select * from users');
  await Promise.all(users.map((user) => mailer.send(user.address))); // leak: unbounded-concurrency "`mailer.send(…)` call per `user`"
}
