export async function save(user) {
  await user.write();
}
