const seen = new Set();

export function remember(url: string) {
  seen.add(url);
  if (seen.size > 100) seen.clear();
}
