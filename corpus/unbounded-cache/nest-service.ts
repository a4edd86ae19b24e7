import { Controller, Get, Injectable, Param, Scope } from '@nestjs/common';

@Injectable()
export class Answers {
  private readonly answers = new Map<string, unknown>();

  async find(id: string) {
    if (this.answers.has(id)) return this.answers.get(id);
    const answer = await fetch(id);
    this.answers.set(id, answer); // leak: unbounded-cache "for every request"
    return answer;
  }
}

@Injectable({ scope: Scope.REQUEST })
export class Basket {
  private readonly items = new Map<string, unknown>();

  put(id: string) {
    this.items.set(id, 1); // leak: unbounded-cache (false alarm)
  }
}

@Controller()
export class Shop {
  constructor(private readonly answers: Answers, private readonly basket: Basket) {}

  @Get(':id')
  get(@Param('id') id: string) {
    this.basket.put(id);
    return this.answers.find(id);
  }
}
