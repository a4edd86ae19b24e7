const { publish, publishGently } = require('../broker/publisher');
const { retry } = require('../lib/retry');

async function attach(name) {
  return retry(3, async () => {
    if (name.length === 0) throw new Error('an attachment without a name');
    return `attached ${name}`;
  });
}

/** Hands a mail to the mail server's own queue. */
async function sendMail({ to, text, attachments = [] }) {
  attachments.forEach(async (name) => { // leak: async-foreach
    await attach(name);
  });
  await publish('outgoing', `${to}\n${text}`);
}

/** The same for many, which nobody waits for. */
async function sendNewsletter({ to, text }) {
  for (const reader of to) await publishGently('outgoing', `${reader}\n${text}`);
}

module.exports = { sendMail, sendNewsletter };
