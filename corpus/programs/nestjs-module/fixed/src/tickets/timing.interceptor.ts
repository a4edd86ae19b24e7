import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { finalize, type Observable } from 'rxjs';

import { garageEvents } from '../common/garage-events.js';

/** Notes how many cars come and go while a request is answered. */
@Injectable()
export class TimingInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest();
    request.cars = 0;
    const count = () => {
      request.cars += 1;
    };
    garageEvents.on('entered', count);
    return next.handle().pipe(finalize(() => garageEvents.off('entered', count)));
  }
}
