// A nudge to move, every so many minutes while the page is open, as a notification of the browser. The
// page does not wake itself and sends nothing: closed, it is silent.
import { choices } from "./settings.svelte";
import { t } from "./words.svelte";

let timer: ReturnType<typeof setInterval> | undefined;

/** Asks the browser; false if it says no. */
export async function mayRemind(): Promise<boolean> {
  if (!("Notification" in globalThis)) return false;
  return (await Notification.requestPermission()) === "granted";
}

/** Begins or ends, as chosen. Counts anew from now. */
export function remind(): void {
  clearInterval(timer);
  timer = undefined;
  if (!choices.reminders) return;
  timer = setInterval(() => void nudge(), choices.reminderMinutes * 60_000);
}

async function nudge(): Promise<void> {
  if (!("Notification" in globalThis) || Notification.permission !== "granted") return;
  const text = t("web.settings.reminders.note");
  // Phones show notifications only through the service worker.
  const worker = await navigator.serviceWorker?.getRegistration();
  if (worker !== undefined) await worker.showNotification("Limber", { body: text, tag: "limber-move" });
  else new Notification("Limber", { body: text, tag: "limber-move" });
}
