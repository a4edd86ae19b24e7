// The ring is full after 50 messages.
export const warmUp = 60;
export default ({ it, text }) => it.handler({ Records: [{ messageId: text }] });
