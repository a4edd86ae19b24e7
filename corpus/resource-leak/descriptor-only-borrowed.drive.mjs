export const files = { 'answer.txt': 'an answer' };
export default ({ visitAll }) => visitAll({ method: 'GET' });
