import Koa from 'koa';
import Router from '@koa/router';

const app = new Koa();
const router = new Router();

app.use(async (ctx, next) => {
  process.on('warning', () => ctx.app.emit('error', ctx.url)); // leak: listener-leak "for every request"
  ctx.req.on('aborted', () => ctx.throw(499));
  await next();
});
router.get('/reports', async (ctx) => {
  ctx.app.on('refresh', () => ctx.redirect('/')); // leak: listener-leak
  ctx.res.on('close', () => console.log('gone'));
});
app.on('error', (error) => console.error(error));
app.use(router.routes());
