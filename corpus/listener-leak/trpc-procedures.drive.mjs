export default ({ it }) => it.router.createCaller({}).late();
