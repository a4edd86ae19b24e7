export default ({ webSocket }) => webSocket({ messages: ['hello'] });
