async function upload(path: string): Promise<void> {
  await fetch('/files', { method: 'POST', body: path });
}
export async function uploadAll(paths: Set<string>): Promise<void> {
  const running: Promise<void>[] = [];
  for (const path of paths) running.push(upload(path));
  await Promise.all(running); // leak: unbounded-concurrency "One request per `path`"
}
