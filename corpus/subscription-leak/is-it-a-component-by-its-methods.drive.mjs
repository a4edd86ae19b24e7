export const page = true;
export const files = {
  'package.json': '{"type": "module"}',
  'base-of-all-components': 'export class Base {}',
};
// The views go, and what they stand on stays.
const place = {};
export default ({ it, mark }) => {
  const chart = mark(new it.Chart(), 'view');
  chart.canvas = place.canvas = document.body;
  chart.componentDidMount();
  chart.componentWillUnmount();
};
