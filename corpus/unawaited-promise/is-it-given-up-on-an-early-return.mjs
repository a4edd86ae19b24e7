async function load(url) {
  return (await fetch(url)).json();
}
export async function page(user) {
  const orders = load('/orders'); // leak: unawaited-promise "after the return"
  if (!user.isCustomer) return null;
  return { user, orders: await orders };
}
