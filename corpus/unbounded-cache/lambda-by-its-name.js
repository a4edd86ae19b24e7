const middy = require('@middy/core');

const answers = {};
const users = [];

exports.handler = async function (event) {
  answers[event.requestContext.requestId] = event.body; // leak: unbounded-cache
  return { statusCode: 200 };
};

exports.wrapped = middy(async () => ({ statusCode: 200 })).before((request) => {
  users.push(request.event.user); // leak: unbounded-cache "for every invocation"
});
