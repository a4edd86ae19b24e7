export default ({ webSocket }) => webSocket();
