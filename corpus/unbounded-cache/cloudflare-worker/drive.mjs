export default ({ it, text }) => it.default.fetch(new Request(`http://worker.test/${text}`), {}, {});
