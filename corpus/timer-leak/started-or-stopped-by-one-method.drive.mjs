export default ({ it, mark }) => {
  const advert = mark(Object.assign(new it.default(), { left: () => 0, show() {} }));
  advert.countDown(true);
  advert.countDown(false);
};
