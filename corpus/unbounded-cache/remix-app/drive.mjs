export default ({ it, text }) => it.loader({ request: new Request(`http://remix.test/${text}`) });
