import { Component, OnInit } from '@angular/core';
import { Router } from '@angular/router';
import { Store } from '@ngrx/store';
import { fromEvent } from 'rxjs';
import { debounceTime } from 'rxjs/operators';

@Component({ selector: 'app-bar', template: '' })
export class Bar implements OnInit {
  constructor(private router: Router, private store: Store) {}

  ngOnInit() {
    this.router.events.subscribe(() => this.close()); // leak: subscription-leak
    this.store.select('user').subscribe(() => this.close()); // leak: subscription-leak
    fromEvent(window, 'resize').subscribe(() => this.close()); // leak: subscription-leak
    fromEvent(window, 'scroll').pipe(debounceTime(100)).subscribe(() => this.close()); // leak: subscription-leak
  }
  close() {}
}
