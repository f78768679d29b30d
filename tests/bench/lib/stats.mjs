// Medians, 95th percentiles, and ratios of medians with their interval, from rounds measured side by side.

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function shuffled(items, next) {
  const all = [...items];
  for (let last = all.length - 1; last > 0; last -= 1) {
    const other = Math.floor(next() * (last + 1));
    [all[last], all[other]] = [all[other], all[last]];
  }
  return all;
}

/** By linear interpolation between the two nearest. */
export function quantile(values, share) {
  const ordered = values.toSorted((one, other) => one - other);
  const at = (ordered.length - 1) * share;
  const low = ordered[Math.floor(at)];
  return low + (ordered[Math.ceil(at)] - low) * (at % 1);
}
export const median = (values) => quantile(values, 0.5);

const TURNS = 2000;
/** With fewer an interval would feign certainty. */
const LEAST_ROUNDS = 3;

/**
 * The ratio of `own` to `base`, both lists of each round's samples, and the 95 % interval of a bootstrap over rounds:
 * `{ ratio, low, high }`; without an interval for one or two rounds, `undefined` where the base is 0. Rounds stay pairs.
 */
export function ratio(own, base, seed = 1) {
  const [mine, theirs] = [own.map(median), base.map(median)];
  const of = (rounds) => median(rounds.map((at) => mine[at])) / median(rounds.map((at) => theirs[at]));
  const rounds = mine.map((_, at) => at).filter((at) => at < theirs.length);
  const point = of(rounds);
  if (!Number.isFinite(point)) return undefined;
  if (rounds.length < LEAST_ROUNDS) return { ratio: point };
  const next = random(seed);
  const turns = Array.from({ length: TURNS }, () => of(rounds.map(() => rounds[Math.floor(next() * rounds.length)])));
  return { ratio: point, low: quantile(turns, 0.025), high: quantile(turns, 0.975) };
}
