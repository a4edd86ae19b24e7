import fs from 'node:fs';
import { register } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

export const page = true;
// As bundlers do for the browser: in Node, nothing is ever mounted.
export const before = () => register('data:text/javascript,export const resolve = (name, context, next) => '
  + 'next(name, { ...context, conditions: [...context.conditions, "browser"] });');
let Component;
export const started = async (it, world) => {
  const { compile } = await world.import('svelte/compiler');
  const source = `<script>
    import { useWidth } from './${path.basename(world.folder)}';
    export let set;
    useWidth(set);
  </script>`;
  const file = path.join(world.folder, 'component.mjs');
  fs.writeFileSync(file, compile(source, { generate: 'client', name: 'Component' }).js.code);
  Component = (await import(pathToFileURL(file))).default;
};
export default async ({ mark, world }) => {
  const { flushSync, mount, unmount } = await world.import('svelte');
  const target = mark(document.createElement('div'));
  document.body.append(target);
  const mounted = mount(Component, { target, props: { set: mark(() => {}) } });
  flushSync();
  await unmount(mounted);
  target.remove();
};
