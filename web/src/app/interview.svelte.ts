// The questions as a person goes through them: page after page, back at any point. Which page comes
// next is the core's decision; here are only the marks made so far and the way back.
import { ask } from "./core";
import type { Answer, Answers, Clearance, Item, QuestionPage, Sheet, Verdict } from "./types";

export type Mark = Answer | undefined;

interface Step {
  page: QuestionPage;
  answers: Answers;
}

export class Interview {
  /** The open page; none when everything is asked. */
  page = $state.raw<QuestionPage | undefined>();
  verdict = $state.raw<Verdict | undefined>();
  steps = $state.raw<readonly Step[]>([]);
  /** What is marked, also on pages that were left backwards: they are shown again as they were. */
  marks = $state<Record<string, Mark>>({});
  /** "None of these" was said on these screens. */
  nones = $state<Record<string, boolean>>({});

  constructor(
    /** What need not be asked: known from the record, or answered in the check before. */
    readonly known: Answers,
    readonly wishes: boolean,
    public clearance?: Clearance,
  ) {}

  get asked(): Answers {
    return Object.assign({}, ...this.steps.map((step) => step.answers)) as Answers;
  }

  get sheet(): Sheet {
    const answers = { ...this.known, ...this.asked };
    return this.clearance === undefined ? { answers } : { answers, clearance: this.clearance };
  }

  /** Asks the core what comes next. */
  next(): void {
    const input = this.wishes ? { ...this.sheet, wishes: true } : this.sheet;
    const reply = ask("interview", input);
    this.page = "page" in reply ? reply.page : undefined;
    this.verdict = "verdict" in reply ? reply.verdict : undefined;
  }

  mark(item: Item, mark: Mark): void {
    this.marks[item.fact] = mark;
    if (this.page !== undefined && item.kind === "yes_no" && mark !== undefined) this.nones[this.page.screen] = false;
  }

  /** What is still to be said on the open page before it can be left. */
  get missing(): Item[] {
    const page = this.page;
    if (page === undefined) return [];
    const signs = page.items.filter((item) => item.kind === "yes_no");
    const said = this.nones[page.screen] === true || signs.some((item) => this.marks[item.fact] !== undefined);
    return page.items.filter((item) => (item.kind === "yes_no" ? !said : this.marks[item.fact] === undefined));
  }

  /** Takes the open page as answered: a sign that is not marked is not there. */
  accept(): void {
    const page = this.page;
    if (page === undefined || this.missing.length > 0) return;
    const answers: Answers = {};
    for (const item of page.items) answers[item.fact] = this.marks[item.fact] ?? "no";
    this.steps = [...this.steps, { page, answers }];
    this.next();
  }

  /** "None of these": takes every mark of the page back and goes on. */
  acceptNone(): void {
    const page = this.page;
    if (page === undefined) return;
    for (const item of page.items) if (item.kind === "yes_no") this.marks[item.fact] = undefined;
    this.nones[page.screen] = true;
    this.accept();
  }

  /** Opens the page before again; `to` counts pages from the first. */
  back(to = this.steps.length - 1): void {
    const step = this.steps[to];
    if (step === undefined) return;
    this.steps = this.steps.slice(0, to);
    this.page = step.page;
    this.verdict = undefined;
  }
}
