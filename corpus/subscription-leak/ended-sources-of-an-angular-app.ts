import { Component, OnDestroy, OnInit } from '@angular/core';
import { Router } from '@angular/router';
import { Store } from '@ngrx/store';
import { Subject, Subscription, fromEvent } from 'rxjs';
import { debounceTime, takeUntil } from 'rxjs/operators';

@Component({ selector: 'app-menu', template: '' })
export class Menu implements OnInit, OnDestroy {
  private readonly destroyed = new Subject<void>();
  private user?: Subscription;

  constructor(private router: Router, private store: Store, private element: HTMLElement) {}

  ngOnInit() {
    this.router.events.pipe(takeUntil(this.destroyed)).subscribe(() => this.close());
    this.user = this.store.select('user').subscribe(() => this.close());
    fromEvent(window, 'resize').pipe(debounceTime(100), takeUntil(this.destroyed)).subscribe(() => this.close());
    fromEvent(document.createElement('a'), 'click').subscribe(() => this.close());
  }
  ngOnDestroy() {
    this.destroyed.next();
    this.user?.unsubscribe();
  }
  close() {}
}
