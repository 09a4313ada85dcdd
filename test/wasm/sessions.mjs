// Whole sessions, second by second, as a face leads them (docs/api.md): what happens goes into the
// record first and is stepped afterwards; at the end the log alone must bring the session back.
import { strict as assert } from "node:assert";

const SHEET = {
  answers: {
    stiff_upper_back: "yes",
    kit_chair: "yes",
    kit_wall: "yes",
    kit_roller: "no",
    kit_ball: "no",
    position: "desk",
    minutes: 10,
  },
  unanswered: "reassuring",
};

const TICK_MS = 500;
const LONGEST_TICKS = 4000;

/** A face without a screen: carries out effects, and lets a person do things at given moments. */
class Face {
  constructor(core) {
    this.core = core;
    this.effects = [];
    this.state = undefined;
  }

  ok(method, input) {
    const answer = this.core.call(method, input);
    assert.ok(answer.ok, `${method}: ${JSON.stringify(answer.error)}`);
    return answer.ok;
  }

  begin(pain) {
    this.ok("record.screened", { ...SHEET, asked: ["stiff_upper_back"] });
    this.plan = this.ok("plan", SHEET).plan;
    this.happen(this.ok("session.start", { plan: this.plan, pain }));
  }

  step(more) {
    const input = { plan: this.plan, ...(this.state && { state: this.state }), ...more };
    const { state, effects } = this.ok("session.step", input);
    this.state = state;
    for (const effect of effects) {
      this.effects.push(effect.kind);
      if (effect.kind === "append") this.happen(effect.event);
    }
  }

  happen(event) {
    const { ids } = this.ok("record.append", { events: [event] });
    this.step({ event: { ...event, id: ids[0], at_ms: this.core.now() } });
  }

  does(kind, fields = {}) {
    this.happen(this.ok("session.event", { plan: this.plan, state: this.state, kind, fields }));
  }

  /** Time passes until something is asked, or `most_s` are over. */
  wait(most_s = Infinity) {
    const end = this.core.now() + most_s * 1000;
    for (let i = 0; this.state.status === "running" && this.core.now() < end; ++i) {
      assert.ok(i < LONGEST_TICKS, "the session does not end");
      this.core.at(this.core.now() + TICK_MS);
      this.step({ now_ms: this.core.now() });
      if (i % 4 === 0) this.view();
    }
  }

  view() {
    return this.ok("session.view", { plan: this.plan, state: this.state, now_ms: this.core.now() });
  }

  /** What the record says of it, and that the log alone brings it back as it is. */
  end() {
    const summary = this.ok("session.summary", { plan: this.plan, state: this.state });
    const { events } = this.ok("record.list", {});
    const back = this.ok("session.resume", { session: this.state.session, events });
    assert.equal(back.state.status, this.state.status);
    assert.deepEqual(back.state.items, this.state.items);
    const again = this.ok("session.summary", { plan: back.plan, state: back.state });
    assert.deepEqual({ ...again, active_ms: 0 }, { ...summary, active_ms: 0 });
    for (const method of ["today", "log", "trend", "report", "export"]) this.ok(method, {});
    this.ok("report", { columns: 40 });
    return summary;
  }
}

function quietToTheEnd(core) {
  const face = new Face(core);
  face.begin(3);
  face.wait();
  assert.equal(face.state.finished, true);
  face.does("session.pain", { pain: 1, when: "after" });
  assert.equal(face.end().whole, true);
  core.at(core.now() + 24 * 3_600_000);
  assert.equal(face.ok("today", {}).next_day.session, face.state.session);
  face.happen({ kind: "session.next_day", payload: { session: face.state.session, pain: 2 } });
  face.ok("log", {});
}

function pausedEasedSkippedPopped(core) {
  const face = new Face(core);
  face.begin(2);
  face.wait(70);
  face.does("session.paused", { reason: "person" });
  core.at(core.now() + 40_000);
  face.does("session.resumed");
  face.wait(20);
  face.does("session.eased");
  face.wait(30);
  face.does("session.pop", { painful: false, place: face.view().technique, angle_deg: 12.5 });
  face.wait(10);
  const again = face.ok("record.list", {}).events.findLast((event) => event.kind === "session.eased");
  face.step({ event: again }); // comes twice, counts once
  face.does("session.skipped");
  face.wait();
  assert.equal(face.state.finished, true);
  assert.equal(face.end().pops, 1);
}

function hurtsAndStops(core) {
  const face = new Face(core);
  face.begin(2);
  face.wait(95);
  face.does("session.paused", { reason: "hurt" });
  assert.equal(face.state.question, "hurt");
  face.does("session.hurt", { sharp: true, spreading: false, nerve: false });
  assert.equal(face.state.question, "rescreen");
  const verdict = face.ok("check", { ...SHEET, answers: { ...SHEET.answers, arm_new_or_worse: "yes" } });
  face.does("session.rescreened", { level: verdict.level, plan_allowed: verdict.plan_allowed });
  assert.equal(face.state.status, "ended");
  assert.equal(face.end().stopped, true);
}

function numbAndLocked(core) {
  const face = new Face(core);
  face.begin(4);
  face.wait(60);
  face.does("session.paused", { reason: "hurt" });
  face.does("session.hurt", { sharp: false, spreading: false, nerve: true });
  face.does("session.rescreened", { level: "go", plan_allowed: true });
  face.end();
  assert.equal(face.ok("today", {}).neck_locked, true);
}

function cutOffAndTakenUp(core) {
  const face = new Face(core);
  face.begin(1);
  face.wait(100);
  core.at(core.now() + 600_000);
  const open = face.ok("today", {}).open_session;
  const back = face.ok("session.resume", { session: open.session });
  assert.deepEqual(
    back.effects.map((effect) => effect.kind),
    ["append"],
  );
  face.plan = back.plan;
  face.state = back.state;
  for (const effect of back.effects) face.happen(effect.event);
  assert.equal(face.state.status, "paused");
  face.does("session.resumed");
  face.wait();
  assert.equal(face.state.finished, true);
  face.end();
}

export const sessions = [
  { name: "a session to its end", play: quietToTheEnd },
  { name: "a session paused, eased, popped, skipped", play: pausedEasedSkippedPopped },
  { name: "a session that hurts", play: hurtsAndStops },
  { name: "a session with a numb arm", play: numbAndLocked },
  { name: "a session cut off and taken up", play: cutOffAndTakenUp },
].map((session) => ({ ...session, whole: true }));
