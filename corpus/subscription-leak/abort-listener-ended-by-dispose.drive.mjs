export default ({ it, signal, number }) => it.load(`http://pages/${number}`, signal);
