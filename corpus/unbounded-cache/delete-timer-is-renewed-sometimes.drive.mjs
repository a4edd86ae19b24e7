export const clock = 'fast';
export default async ({ visit, text }) => {
  await visit({ method: 'GET', leave: false, headers: { cookie: text } });
  await visit({ method: 'POST', leave: false, headers: { cookie: text } });
};
