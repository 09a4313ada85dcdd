/** "4:05" for 244.3 seconds: never less than what is left. */
export function clockText(seconds: number): string {
  const whole = Math.ceil(Math.max(seconds, 0) - 1e-6);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}
