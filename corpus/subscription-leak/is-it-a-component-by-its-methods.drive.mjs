export const page = true;
export const files = {
  'package.json': '{"type": "module"}',
  'base-of-all-components': 'export class Base {}',
};
export default ({ it, mark }) => {
  const chart = mark(new it.Chart(), 'view');
  chart.canvas = document.body;
  chart.componentDidMount();
  chart.componentWillUnmount();
};
