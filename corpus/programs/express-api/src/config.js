'use strict';

function numberFrom(name, fallback) {
  const value = Number.parseInt(process.env[name] ?? '', 10);
  return Number.isNaN(value) ? fallback : value;
}

module.exports = Object.freeze({
  port: numberFrom('PORT', 3000),
  supplierUrl: process.env.SUPPLIER_URL ?? 'http://supplier.internal',
  sessionSeconds: numberFrom('SESSION_SECONDS', 900),
  requestsPerMinute: numberFrom('REQUESTS_PER_MINUTE', 600),
  reportFolder: process.env.REPORT_FOLDER ?? 'reports',
  currencies: Object.freeze(['EUR', 'USD', 'GBP', 'SEK']),
});
