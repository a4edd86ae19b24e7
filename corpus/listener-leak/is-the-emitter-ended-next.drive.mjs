import { ClientRequest } from 'node:http';

// Nobody listens for the failure of a request that is dropped.
export const before = () => {
  const { emit } = ClientRequest.prototype;
  ClientRequest.prototype.emit = function (event, ...values) {
    return event === 'error' || emit.call(this, event, ...values);
  };
};
export default ({ it, mark }) => new Promise((resolve) => it.drop('http://pages.test/', mark(() => resolve(), 'listener')));
