const recent = new Map<string, unknown>();

export function remember(id: string, order: unknown): void {
  if (recent.size >= 200) recent.delete(recent.keys().next().value as string);
  recent.set(id, order);
}

export const find = (id: string): unknown => recent.get(id);
