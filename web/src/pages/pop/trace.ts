// Reading curves between their points.

/** The value at `x` of a curve whose xs ascend; the ends go on level. */
export function valueAt(xs: readonly number[], ys: readonly number[], x: number): number {
  let low = 0;
  let high = xs.length - 1;
  if (high < 0) return 0;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((xs[middle] ?? 0) <= x) low = middle;
    else high = middle;
  }
  const x0 = xs[low] ?? 0;
  const x1 = xs[high] ?? x0;
  const y0 = ys[low] ?? 0;
  const y1 = ys[high] ?? y0;
  if (x <= x0 || x1 === x0) return y0;
  if (x >= x1) return y1;
  return y0 + ((x - x0) / (x1 - x0)) * (y1 - y0);
}

export interface Curve {
  x: number[];
  y: number[];
}

/** The part of a curve between two xs, at most `most` points of it. */
export function part(curve: Curve, from: number, to: number, most = 400): Curve {
  const out: Curve = { x: [from], y: [valueAt(curve.x, curve.y, from)] };
  const inside = curve.x.filter((x) => x > from && x < to).length;
  const every = Math.max(1, Math.ceil(inside / most));
  let seen = 0;
  curve.x.forEach((x, i) => {
    if (x <= from || x >= to) return;
    if (seen++ % every === 0) {
      out.x.push(x);
      out.y.push(curve.y[i] ?? 0);
    }
  });
  out.x.push(to);
  out.y.push(valueAt(curve.x, curve.y, to));
  return out;
}
