export class Refusal extends Error {
  constructor(readonly statusCode: number, message: string) {
    super(message);
    this.name = 'Refusal';
  }
}

export const notFound = (what: string) => new Refusal(404, `there is no such ${what}`);
export const taken = (what: string) => new Refusal(409, `${what} is taken`);
