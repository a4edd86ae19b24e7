export const files = { data: 'text' };
export default ({ visit }) => visit({ leave: true });
