import { Bot } from 'some-bot';
import { Agenda } from 'some-agenda';

const bot = new Bot();
bot.on('message', () => {
  bot.agenda = new Agenda({ every: 60 }, () => {
    for (const event of ['start', 'fail']) bot.agenda.on(event, (job) => bot.log(job.name, event));
  });
});
