export const page = true;
export default ({ it, mark }) => {
  const container = mark(document.createElement('div'));
  document.body.append(container);
  const createElement = (name) => document.createElement(name);
  const { onKeyDown, onReady } = it.default(mark({ container, createElement, close: () => container.remove() }));
  onReady();
  onKeyDown({ target: container.firstChild });
};
