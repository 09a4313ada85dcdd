// The entries of one day in the order of the clock, as the list shows them.
import type { DiaryDay, DiarySession } from "../../core";

export type NoteKind = "pain" | "stiffness" | "pop" | "note";

/** Something the person noted, and may correct. */
export interface Noted {
  id: string;
  kind: NoteKind;
  payload: { score?: number; place?: string; painful?: boolean; deliberate?: boolean; text?: string };
}

export type Entry = { key: string; time: string } & (
  | { what: "noted"; noted: Noted; corrected: boolean; since_min: number | null }
  | { what: "check"; level: DiaryDay["verdicts"][number]["level"]; title: string }
  | { what: "session"; session: DiarySession }
);

const place = (at: string): { place?: string } => (at === "" ? {} : { place: at });

export function entriesOf(day: DiaryDay): Entry[] {
  const entries: Entry[] = [];
  const noted = (time: string, corrected: boolean, thing: Noted, since_min: number | null = null): void =>
    void entries.push({ key: thing.id, time, what: "noted", noted: thing, corrected, since_min });
  for (const kind of ["pain", "stiffness"] as const) {
    for (const each of day[kind]) {
      noted(each.time, each.corrected, { id: each.id, kind, payload: { score: each.score, ...place(each.place) } });
    }
  }
  for (const pop of day.pops) {
    // One within a session is told with the session, and is not corrected by itself.
    if (pop.id === "") continue;
    const payload = { painful: pop.painful, deliberate: pop.deliberate, ...place(pop.place) };
    noted(pop.time, false, { id: pop.id, kind: "pop", payload }, pop.since_last_min);
  }
  for (const note of day.notes) {
    noted(note.time, note.corrected, { id: note.id, kind: "note", payload: { text: note.text } });
  }
  day.verdicts.forEach((verdict, at) =>
    entries.push({ key: `check-${at}`, time: verdict.time, what: "check", level: verdict.level, title: verdict.title }),
  );
  for (const session of day.sessions) {
    entries.push({ key: session.session, time: session.time, what: "session", session });
  }
  return entries.sort((a, b) => b.time.localeCompare(a.time));
}
