import { MonoTypeOperatorFunction, Observable, takeUntil } from 'rxjs';

export function untilGone<T>(gone: Observable<void>): MonoTypeOperatorFunction<T> {
  return takeUntil<T>(gone);
}
