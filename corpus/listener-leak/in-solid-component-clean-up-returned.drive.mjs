import { register } from 'node:module';

export const page = true;
// As bundlers do for the browser: in Node, nothing is ever mounted.
export const before = () => register('data:text/javascript,export const resolve = (name, context, next) => '
  + 'next(name, { ...context, conditions: [...context.conditions, "browser"] });');
export default async ({ it, mark, world }) => {
  const { createRoot } = await world.import('solid-js');
  const { dispose } = createRoot((dispose) => {
    it.useWidth(mark(() => {}));
    it.useHeight(mark(() => {}));
    return { dispose };
  });
  dispose();
};
