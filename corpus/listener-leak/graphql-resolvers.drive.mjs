export const started = (it) => it.server.start();
export default async ({ it }) => {
  await it.server.executeOperation({ query: '{ posts count }' });
  await it.yoga.fetch('http://yoga.test/graphql?query={me}');
};
