export const files = { 'orders.csv': '1;2\n', 'nothing.csv': '' };
export default async ({ it, number }) => {
  const stream = it.read('orders.csv');
  if (number % 2 === 0) stream.resume();
  else stream.destroy();
  await new Promise((resolve) => stream.once('close', resolve));
  it.read('nothing.csv');
};
