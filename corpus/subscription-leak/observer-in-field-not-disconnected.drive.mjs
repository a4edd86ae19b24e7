export const page = true;
export const started = (it) => customElements.define('a-feed', it.Feed);
export default ({ mark }) => {
  const feed = mark(document.createElement('a-feed'));
  document.body.append(feed);
  feed.remove();
};
