interface Plugin {
  url: string;
}
export async function loadAll(plugins: Plugin[]): Promise<void> {
  await Promise.all(plugins.map((plugin) => fetch(plugin.url))); // leak: unbounded-concurrency (low)
}
export async function dropAll(table: { fields: string[] }): Promise<void> {
  await Promise.all(table.fields.map((name) => fetch(`/fields/${name}`, { method: 'DELETE' }))); // leak: unbounded-concurrency (low)
}
export async function dropKeys(table: Record<string, string>): Promise<void> {
  await Promise.all(Object.keys(table).map((key) => fetch(`/keys/${key}`, { method: 'DELETE' }))); // leak: unbounded-concurrency (low)
}
