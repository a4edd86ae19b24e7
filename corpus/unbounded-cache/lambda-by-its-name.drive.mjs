export default async ({ it, text }) => {
  await it.handler({ requestContext: { requestId: text }, body: text });
  await it.wrapped({ user: text }, {});
};
