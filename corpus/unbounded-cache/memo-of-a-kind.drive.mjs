export default ({ it, number }) => it.formatter(['en', 'de', 'fr'][number % 3]);
