export async function allow(...names: string[]): Promise<void> {
  await Promise.all(names.map((name) => fetch(`/permissions/${name}`, { method: 'PUT' }))); // leak: unbounded-concurrency (low)
}
