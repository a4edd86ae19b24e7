'use strict';

class HttpError extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

const badRequest = (message) => new HttpError(400, message);
const missing = (what) => new HttpError(404, `${what} not found`);

module.exports = { HttpError, badRequest, missing };
