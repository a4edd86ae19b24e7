const { queues } = require('../config');
const { buildInvoice } = require('./build-invoice');
const { resizeImage } = require('./resize-image');
const { sendMail, sendNewsletter } = require('./send-mail');
const { syncCustomer } = require('./sync-customer');

/** Which queue is worked on by what. */
const jobs = new Map([
  [queues.images, resizeImage],
  [queues.mails, (job) => (Array.isArray(job.to) ? sendNewsletter(job) : sendMail(job))],
  [queues.invoices, buildInvoice],
  [queues.customers, syncCustomer],
]);

module.exports = { jobs };
