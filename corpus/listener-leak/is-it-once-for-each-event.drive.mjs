const listener = () => {};
export default ({ it, number }) => {
  it.bus.on(`event ${number}`, listener);
  it.bus.off(`event ${number}`, listener);
};
