// Nothing checks annotations at run time, so they prove nothing.
export function isZero(count: number): boolean {
  return count == 0; // leak: loose-equality
}
