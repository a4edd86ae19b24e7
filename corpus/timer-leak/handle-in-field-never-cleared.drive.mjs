export default ({ it, mark }) => mark(new it.Watchdog()).start();
