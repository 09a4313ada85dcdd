// Days as numbers and words for the plot and the table of the trend. What the numbers are is the
// core's affair (`trend`).
import { localeOf } from "../../app/locale";

type Series = readonly { day: string; value: number }[];

const msPerDay = 86_400_000;

/** Days since 1970 of "2026-11-21". */
export function dayNumber(day: string): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / msPerDay);
}

function dayOf(number: number): string {
  return new Date(number * msPerDay).toISOString().slice(0, 10);
}

/** "21 Nov", in the language. */
export function shortDay(day: string, language: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  return new Intl.DateTimeFormat(localeOf(language), { day: "numeric", month: "short", timeZone: "UTC" }).format(date);
}

/** "Saturday, 21 November 2026", in the language. */
export function longDay(day: string, language: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  return new Intl.DateTimeFormat(localeOf(language), { dateStyle: "full", timeZone: "UTC" }).format(date);
}

/** So many days from the first to the last, evenly apart, both ends a little inside. */
export function ticksOf(from: string, to: string, count: number): string[] {
  const first = dayNumber(from);
  const span = dayNumber(to) - first;
  if (span < count) return [from];
  return Array.from({ length: count }, (_, at) => dayOf(first + Math.round((span * (at + 0.5)) / count)));
}

/** A line through the points. */
export function pathOf(series: Series, x: (day: string) => number, y: (value: number) => number): string {
  return series.map(({ day, value }, at) => `${at === 0 ? "M" : "L"}${x(day).toFixed(1)} ${y(value).toFixed(1)}`).join("");
}

export interface TrendRow {
  day: string;
  pain: number | undefined;
  stiffness: number | undefined;
}

/** One row per day that has a number, newest first. */
export function rowsOf(pain: Series, stiffness: Series): TrendRow[] {
  const rows = new Map<string, TrendRow>();
  const row = (day: string): TrendRow => {
    const found = rows.get(day) ?? { day, pain: undefined, stiffness: undefined };
    rows.set(day, found);
    return found;
  };
  for (const { day, value } of pain) row(day).pain = value;
  for (const { day, value } of stiffness) row(day).stiffness = value;
  return [...rows.values()].sort((a, b) => b.day.localeCompare(a.day));
}
