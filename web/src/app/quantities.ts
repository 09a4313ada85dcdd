// Numbers and quantities as people read them. The core speaks SI; which unit is shown, with how many
// digits, is decided here and nowhere else: metric, or the customary units of the United States.
import { localeOf } from "./locale";
import { choices, type Units } from "./settings.svelte";
import { words } from "./words.svelte";

/** Exact by definition: the international inch and pound, and standard gravity. */
const inch = 0.0254; // m
const pound = 0.45359237 * 9.80665; // N
const psi = pound / inch ** 2; // Pa

interface Unit {
  /** SI for one of it. */
  is: number;
  sign: string;
  digits: number;
}
const units = {
  force: { metric: { is: 1, sign: "N", digits: 1 }, us: { is: pound, sign: "lbf", digits: 2 } },
  pull: { metric: { is: 1, sign: "N/s", digits: 0 }, us: { is: pound, sign: "lbf/s", digits: 1 } },
  gap: { metric: { is: 1e-3, sign: "mm", digits: 2 }, us: { is: inch, sign: "in", digits: 4 } },
  film: { metric: { is: 1e-6, sign: "\u00b5m", digits: 0 }, us: { is: inch / 1000, sign: "mil", digits: 1 } },
  pressure: { metric: { is: 1e3, sign: "kPa", digits: 0 }, us: { is: psi, sign: "psi", digits: 1 } },
  cavity: { metric: { is: 1e-9, sign: "mm\u00b3", digits: 1 }, us: { is: inch ** 3, sign: "in\u00b3", digits: 5 } },
  room: { metric: { is: 1e-6, sign: "mL", digits: 2 }, us: { is: inch ** 3, sign: "in\u00b3", digits: 3 } },
  stiffness: { metric: { is: 1, sign: "N/m", digits: 0 }, us: { is: pound / inch, sign: "lbf/in", digits: 0 } },
  viscosity: { metric: { is: 1, sign: "Pa\u00a0s", digits: 3 }, us: { is: psi, sign: "psi\u00a0s", digits: 7 } },
  // How loud something is, is measured in pascal everywhere.
  sound: { metric: { is: 1, sign: "Pa", digits: 3 }, us: { is: 1, sign: "Pa", digits: 3 } },
} as const satisfies Record<string, Record<Units, Unit>>;
export type Quantity = keyof typeof units;

const customary = ["US", "LR"];

/** What was chosen, else what is usual in the person's country. */
export function unitsInForce(): Units {
  if (choices.units !== undefined) return choices.units;
  const country = choices.country ?? globalThis.navigator?.languages?.[0]?.split("-")[1];
  return country !== undefined && customary.includes(country) ? "us" : "metric";
}

export function number(value: number, digits = 0): string {
  const shown = Math.abs(value) < 0.5 * 10 ** -digits ? 0 : value; // no "-0"
  return new Intl.NumberFormat(localeOf(words.language), {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(shown);
}

/** "12.5 N": an SI value with its unit. */
export function quantity(kind: Quantity, si: number): string {
  const { is, sign, digits } = units[kind][unitsInForce()];
  return `${number(si / is, digits)}\u00a0${sign}`;
}
