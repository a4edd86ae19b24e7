const users = new Map();

export async function getServerSideProps(context) {
  users.set(context.req.headers.cookie, context.query); // leak: unbounded-cache "for every request"
  return { props: {} };
}

export default function Page() {
  return <p />;
}
