// What a person chose for this page. Kept in the record once there is consent ("settings" events, by
// whoever owns the record); before that only for this visit.
export type Theme = "system" | "light" | "dark";

export interface Choices {
  language?: string;
  theme: Theme;
  /** ISO code: which emergency number the result shows. */
  country?: string;
  voice: boolean;
  /** The name of a voice of this browser; empty for its own choice. */
  voiceName: string;
  voiceRate: number;
  sounds: boolean;
  vibration: boolean;
}

export const choices = $state<Choices>({
  theme: "system",
  voice: true,
  voiceName: "",
  voiceRate: 0.95,
  sounds: true,
  vibration: true,
});

/** Shows the chosen theme. */
export function applyTheme(theme: Theme): void {
  if (theme === "system") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = theme;
}
