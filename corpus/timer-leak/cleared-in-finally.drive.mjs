export default ({ it, sleep }) => it.withHeartbeat(() => sleep(2));
