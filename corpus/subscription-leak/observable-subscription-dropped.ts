import { interval } from 'rxjs';

export class Clock {
  ngOnInit(): void {
    interval(1000).subscribe(() => this.tick()); // leak: subscription-leak
  }

  private tick(): void {}
}
