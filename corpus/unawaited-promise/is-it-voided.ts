async function save(id: string): Promise<void> {
  await fetch(`/orders/${id}`, { method: 'PUT' });
}
export function checkout(id: string, isOpen: boolean): void {
  void save(id);
  isOpen && void save(id);
}
