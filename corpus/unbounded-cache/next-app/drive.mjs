import path from 'node:path';

// As Next calls them.
let visits;
let properties;
export const entry = 'app/posts/route.ts.mjs';
export const started = async (it, world) => {
  visits = (await import(path.join(world.folder, 'pages/api/visits.js'))).default;
  properties = (await import(path.join(world.folder, 'pages/index.jsx.mjs'))).getServerSideProps;
};
export default async ({ it, mark, text }) => {
  await it.GET(new Request(`http://next.test/${text}`));
  visits({ headers: mark({ text }, 'headers') }, { status: () => ({ json() {} }) });
  await properties({ req: { headers: { cookie: text } }, query: mark({ text }) });
};
