export const page = true;
export const gauge = 'observers';
export const measure = (it) => ({ observers: it.prices.observers.length });
export default ({ it, mount }) => mount(it.Price);
