export function isMissing(value: string | null): boolean {
  return value == (null as string | null) || value! == null;
}
