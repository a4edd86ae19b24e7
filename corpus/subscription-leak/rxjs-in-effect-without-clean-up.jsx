import { useEffect, useState } from 'react';
import { Subject } from 'rxjs';

export const prices = new Subject();

export function Price() {
  const [price, setPrice] = useState(0);
  useEffect(() => {
    prices.subscribe((value) => setPrice(value)); // leak: subscription-leak
  }, []);
  return <b>{price}</b>;
}
