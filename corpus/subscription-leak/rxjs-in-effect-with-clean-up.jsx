import { useEffect, useState } from 'react';
import { Subject } from 'rxjs';

export const prices = new Subject();

export function Price() {
  const [price, setPrice] = useState(0);
  useEffect(() => {
    const subscription = prices.subscribe(setPrice);
    return () => subscription.unsubscribe();
  }, []);
  return <b>{price}</b>;
}
