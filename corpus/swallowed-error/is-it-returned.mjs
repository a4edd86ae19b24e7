export async function save(order) {
  try {
    await fetch(`/orders/${order.id}`, { method: 'PUT' });
    return { ok: true };
  } catch (error) {
    console.error(error);
    return { ok: false, error };
  }
}
