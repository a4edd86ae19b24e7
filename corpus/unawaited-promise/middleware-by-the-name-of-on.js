// A bot runs what it is given as a chain of middleware, and awaits each.
export function answer(bot, feed, database) {
  bot.on('text', async (ctx) => {
    await ctx.reply(await database.find(ctx.message.text));
  });
  feed.on('text', async (message) => { // leak: unawaited-promise
    await database.save(message);
  });
}
