it('refuses what is too long', async () => {
  try {
    await fetch('/orders', { method: 'PUT' });
  } catch (error) {}
});
