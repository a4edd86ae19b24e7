async function load(url) {
  return (await fetch(url)).json();
}
module.exports = async function page() {
  const orders = load('/orders'); // leak: unawaited-promise "when the await at"
  const user = await load('/user');
  return { user, orders: await orders };
};
