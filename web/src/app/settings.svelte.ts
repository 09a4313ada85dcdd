// What a person chose for this page. A choice is a "settings" event, like everything else: with consent
// it is kept, without it is gone with the tab. Which choices are in force is worked out by the core.
export type Theme = "system" | "light" | "dark";
export type Units = "metric" | "us";

export interface Choices {
  language?: string;
  theme: Theme;
  /** ISO code: which emergency number the result shows. */
  country?: string;
  /** Nothing: as is usual in the country. */
  units?: Units;
  voice: boolean;
  /** The name of a voice of this browser; empty for its own choice. */
  voiceName: string;
  voiceRate: number;
  sounds: boolean;
  vibration: boolean;
  /** Fact of the kit to whether it is at hand; what was never said is not there. */
  kit: Readonly<Record<string, "yes" | "no">>;
  reminders: boolean;
  reminderMinutes: number;
  /** How the figure looks: numbers of the core's palette. */
  skin: number;
  clothes: number;
}

/** As many as the core draws. */
export const skins = 6;
export const outfits = 4;

export const choices = $state<Choices>({
  theme: "system",
  voice: true,
  voiceName: "",
  voiceRate: 0.95,
  sounds: true,
  vibration: true,
  kit: {},
  reminders: false,
  reminderMinutes: 60,
  skin: 2,
  clothes: 0,
});

/** Shows the chosen theme. */
export function applyTheme(theme: Theme): void {
  if (theme === "system") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = theme;
}

// Settings may come from another Limber, so each is taken only if it is what it should be.
const themes: readonly unknown[] = ["system", "light", "dark"] satisfies Theme[];
const isText = (value: unknown): boolean => typeof value === "string";
const isBelow =
  (count: number) =>
  (value: unknown): boolean =>
    Number.isInteger(value) && (value as number) >= 0 && (value as number) < count;
const isFlag = (value: unknown): boolean => typeof value === "boolean";
const fits: { [Name in keyof Choices]-?: (value: unknown) => boolean } = {
  language: (value) => typeof value === "string" && /^[a-z]{2}$/.test(value),
  theme: (value) => themes.includes(value),
  country: (value) => typeof value === "string" && /^[A-Z]{2}$/.test(value),
  units: (value) => value === "metric" || value === "us",
  voice: isFlag,
  voiceName: isText,
  voiceRate: (value) => typeof value === "number" && value >= 0.5 && value <= 2,
  sounds: isFlag,
  vibration: isFlag,
  kit: (value) =>
    typeof value === "object" && value !== null && Object.values(value).every((has) => has === "yes" || has === "no"),
  reminders: isFlag,
  reminderMinutes: (value) => typeof value === "number" && value >= 10 && value <= 480,
  skin: isBelow(skins),
  clothes: isBelow(outfits),
};

/** The settings of the record, taken over. */
export function takeSettings(settings: Readonly<Record<string, unknown>>): void {
  const taken: Record<string, unknown> = {};
  for (const [name, fit] of Object.entries(fits)) {
    if (name in settings && fit(settings[name])) taken[name] = settings[name];
  }
  Object.assign(choices, taken);
  applyTheme(choices.theme);
}

// Language and theme are wanted before the record is open, so that nothing flashes; the browser keeps
// these two beside it, once there is consent.
const lookName = "limber.look";

export function rememberLook(): void {
  try {
    localStorage.setItem(lookName, JSON.stringify({ language: choices.language, theme: choices.theme }));
  } catch {
    // Storage is switched off: the record will tell a moment later.
  }
}

export function recallLook(): void {
  try {
    const look: unknown = JSON.parse(localStorage.getItem(lookName) ?? "{}");
    if (typeof look === "object" && look !== null) takeSettings(look as Record<string, unknown>);
  } catch {
    // Nothing, or nothing readable: as for somebody new.
  }
}

export function forgetLook(): void {
  try {
    localStorage.removeItem(lookName);
  } catch {
    // Storage is switched off: there is nothing to forget.
  }
}
