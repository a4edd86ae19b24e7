export function isSame(left: unknown, right: string): boolean {
  return (left as string) == right; // leak: loose-equality
}
