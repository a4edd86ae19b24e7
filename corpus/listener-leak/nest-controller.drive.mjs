// Nest itself; its scheduler and its web sockets are played by the driver.
let controller;
let chat;
export const started = async (it, world) => {
  const [{ Module }, { NestFactory }] = await Promise.all([world.import('@nestjs/common'), world.import('@nestjs/core')]);
  class Application {}
  Module({ controllers: [it.CatsController], providers: [it.Audit] })(Application);
  const application = await NestFactory.create(Application, { logger: false, abortOnError: false });
  controller = application.get(it.CatsController);
  chat = new it.Chat();
  await application.listen(0);
  await world.serve();
};
export default async ({ mark, visit }) => {
  controller.sweep();
  chat.handleConnection(mark({ send() {} }, 'connection'));
  await visit({ method: 'GET', path: '/cats' });
};
