// Does a series of measurements grow with the number of lives?

/** Two-sided 95 % quantiles of Student's t distribution, by degrees of freedom. */
const quantiles = [0, 12.71, 4.3, 3.18, 2.78, 2.57, 2.45, 2.36, 2.31, 2.26, 2.23];

/** The least-squares slope of y over x, and half the width of its 95 % confidence interval. */
export function slopeOf(points) {
  const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const meanX = mean(points.map(([x]) => x));
  const meanY = mean(points.map(([, y]) => y));
  const spread = points.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
  const slope = points.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0) / spread;
  const rest = points.reduce((sum, [x, y]) => sum + (y - meanY - slope * (x - meanX)) ** 2, 0);
  const freedom = points.length - 2;
  return { slope, margin: quantiles[freedom] * Math.sqrt(rest / freedom / spread) };
}

/**
 * 'grows' when surely more than `least` is added by each life, and as much in the second half as in the first, give or
 * take a half; 'flat' when surely less is; else 'unclear', and more lives are needed to tell.
 */
export function verdictOf(points, unit = 1, least = 0.1) {
  const scaled = points.map(([x, y]) => [x, y / unit]);
  const { slope, margin } = slopeOf(scaled);
  const middle = scaled[(scaled.length - 1) / 2][1];
  const first = middle - scaled[0][1];
  const second = scaled.at(-1)[1] - middle;
  const isProportional = first > 0 && second / first > 0.5 && second / first < 2;
  let verdict = 'unclear';
  if (slope + margin < least) verdict = 'flat';
  else if (slope - margin > least && isProportional) verdict = 'grows';
  return { verdict, slope, margin };
}
