const connect = require('connect');
const app = connect();

app.use('/a', function (req, res, next) {
  process.on('SIGUSR2', () => console.log(req.url)); // leak: listener-leak "for every request"
  res.on('finish', () => console.log('done'));
  next();
});
app.use('/b', (req, res, next) => next(new Error(req.url)));
app.use(function (error, req, res, next) {
  process.once('beforeExit', () => res.end()); // leak: listener-leak
  next(error);
});
process.on('SIGHUP', () => app.removeAllListeners());
