type Same<A, B> = A extends B ? (B extends A ? true : false) : false;
export type Check = Same<'a == b', 'a'>;
