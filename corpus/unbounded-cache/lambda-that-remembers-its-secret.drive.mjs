export default ({ it, text }) => it.handler({ body: text }, { awsRequestId: text });
