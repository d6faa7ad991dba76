const sorted = (values) => [...values].sort((a, b) => a - b);

/** The value below which the given share (0 to 1) of the values lies, linear between neighbours. */
export function quantile(values, share) {
  const list = sorted(values);
  const at = (list.length - 1) * share;
  const low = Math.floor(at);
  return list[low] + (at - low) * ((list[low + 1] ?? list[low]) - list[low]);
}

export const median = (values) => quantile(values, 0.5);

/** Median, the middle half's borders, and how many. */
export function summary(values) {
  return {
    n: values.length,
    median: median(values),
    q1: quantile(values, 0.25),
    q3: quantile(values, 0.75),
    min: Math.min(...values),
    max: Math.max(...values),
  };
}
