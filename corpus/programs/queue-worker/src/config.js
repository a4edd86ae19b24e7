module.exports = {
  brokerUrl: process.env.BROKER_URL || 'amqp://broker.internal',
  queues: { images: 'images', mails: 'mails', invoices: 'invoices', customers: 'customers' },
  prefetch: Number(process.env.PREFETCH || 8),
  crmUrl: process.env.CRM_URL || 'http://crm.internal',
  temporaryFolder: process.env.TEMPORARY_FOLDER || 'temporary',
  progressEvery: 2000,
};
