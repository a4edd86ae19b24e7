export default async ({ it, sleep }) => {
  it.reserve();
  await sleep(1);
};
