export async function page(id: string): Promise<Response[]> {
  return Promise.all([fetch(`/users/${id}`), fetch(`/orders/${id}`)]);
}
