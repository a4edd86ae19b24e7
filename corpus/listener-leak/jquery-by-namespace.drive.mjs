export const page = true;
export default ({ it, mark }) => {
  it.open(mark({ fit() {}, press() {}, close() {}, button: document.createElement('button') }, 'view'));
  it.close();
};
