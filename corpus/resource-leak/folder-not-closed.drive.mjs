export default ({ it }) => it.first('.');
