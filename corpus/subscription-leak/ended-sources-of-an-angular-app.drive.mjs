import { router, store } from './sources-of-an-angular-app.drive.mjs';

export { before, files, page } from './sources-of-an-angular-app.drive.mjs';
export default ({ it, mark }) => {
  const menu = mark(new it.Menu(router, store, document.createElement('nav')), 'view');
  menu.ngOnInit();
  menu.ngOnDestroy();
};
