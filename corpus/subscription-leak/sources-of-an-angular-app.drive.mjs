import { createRequire } from 'node:module';

// Angular's names, over the real rxjs: what a router and a store tell, they tell as long as the application lives.
export const files = {
  'node_modules/@angular/core/index.js': 'exports.Component = () => () => {};',
  'node_modules/@angular/router/index.js': `const { Subject } = require('rxjs');
exports.Router = class {
  events = new Subject();
};`,
  'node_modules/@ngrx/store/index.js': `const { BehaviorSubject, distinctUntilChanged, map } = require('rxjs');
exports.Store = class {
  state = new BehaviorSubject({});
  select(name) {
    return this.state.pipe(map((state) => state[name]), distinctUntilChanged());
  }
};`,
};
export const page = true;
export let router;
export let store;
export const before = ({ folder }) => {
  const require = createRequire(`${folder}/`);
  router = new (require('@angular/router').Router)();
  store = new (require('@ngrx/store').Store)();
};
export default ({ it, mark }) => mark(new it.Bar(router, store), 'view').ngOnInit();
