'use strict';

const config = require('../config');
const { TtlCache } = require('../lib/ttl-cache');

const quotes = new TtlCache({ max: 500, seconds: 300 });
const rates = new Map();

/** What the supplier asks for a product; asked once, as he is slow. */
async function quoteFor(product, quantity) {
  const key = `${product}:${quantity}`;
  const known = quotes.get(key);
  if (known) return known;
  const answer = await fetch(`${config.supplierUrl}/quotes/${encodeURIComponent(product)}?quantity=${quantity}`);
  const quote = { product, quantity, supplier: await answer.json() };
  quotes.set(key, quote);
  return quote;
}

/** How much of a currency one euro is. There are only the currencies that we take. */
async function rateOf(currency) {
  if (!config.currencies.includes(currency)) return 1;
  if (!rates.has(currency)) {
    const answer = await fetch(`${config.supplierUrl}/rates/${currency}`);
    rates.set(currency, await answer.json());
  }
  return rates.get(currency);
}

module.exports = { quoteFor, rateOf };
