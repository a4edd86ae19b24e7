export class Orders {
  constructor(private readonly logger: { error(text: string, error: unknown): void }) {}
  async save(id: string): Promise<void> {
    try {
      await fetch(`/orders/${id}`, { method: 'PUT' });
    } catch (error) { // leak: swallowed-error
      this.logger.error('could not save', error);
    }
  }
}
