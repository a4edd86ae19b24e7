// Nest itself, with the case's classes in a module.
export const started = async (it, world) => {
  const [{ Module }, { NestFactory }] = await Promise.all([world.import('@nestjs/common'), world.import('@nestjs/core')]);
  class Application {}
  Module({ controllers: [it.Shop], providers: [it.Answers, it.Basket] })(Application);
  const application = await NestFactory.create(Application, { logger: false, abortOnError: false });
  await application.listen(0);
  await world.serve();
};
export default ({ visit }) => visit({ method: 'GET' });
