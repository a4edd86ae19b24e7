export default ({ it }) => new it.StatusController().status();
