export default ({ connect }) => connect({ text: 'answer\n' });
