export async function saveAll(users: ReadonlyArray<{ save(): Promise<void> }>): Promise<void> {
  await users.forEach(async (user) => user.save()); // leak: async-foreach
}
