export async function stop(connection, file) {
  try {
    await connection.close();
  } catch {}
  await file.unlink().catch(() => {});
  connection.destroy().catch(() => {});
}
