export class Cart {
  constructor(private readonly api: { put(path: string, body: unknown): Promise<void> }) {}
  async save(): Promise<void> {
    await this.api.put('/cart', this);
  }
  add(item: string): void {
    this.save(); // leak: unawaited-promise "this.save"
  }
}
