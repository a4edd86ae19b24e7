export const files = { data: 'text' };
export const gauge = 'response';
export default ({ visit }) => visit({ leave: true });
