// Keeps the screen on while a session runs, where the browser can. The lock is lost when the tab is
// hidden, so it is asked for again when it comes back.
let lock: WakeLockSentinel | undefined;
let wanted = false;

async function hold(): Promise<void> {
  if (!wanted || lock !== undefined || document.hidden || !("wakeLock" in navigator)) return;
  try {
    const got = await navigator.wakeLock.request("screen");
    // The session may have ended while the browser thought about it.
    if (!wanted) return void (await got.release());
    lock = got;
    got.addEventListener("release", () => (lock = undefined));
  } catch {
    lock = undefined; // low battery, or not allowed: the session works without
  }
}

document.addEventListener("visibilitychange", () => void hold());

export function stayAwake(on: boolean): void {
  wanted = on;
  if (on) void hold();
  else void lock?.release();
}
