interface Page {
  waitForSelector(selector: string): Promise<void>;
  reload(): Promise<void>;
}
export async function start(page: Page): Promise<void> {
  await page.waitForSelector('#app').catch(() => {});
  await page.reload().catch(() => {}); // leak: swallowed-error
}
