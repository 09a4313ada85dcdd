// Finds questions by the words in them and in their answers; every word typed must begin one.
import type { CommonQuestion } from "../../core";

const fold = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase();

export function find(questions: readonly CommonQuestion[], search: string): CommonQuestion[] {
  const wanted = fold(search).split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
  if (wanted.length === 0) return [...questions];
  return questions.filter((question) => {
    const parts = [question.ask, ...question.answers.flatMap(({ text, mission }) => [text, ...mission])];
    const words = fold(parts.join(" ")).split(/[^\p{L}\p{N}]+/u);
    return wanted.every((word) => words.some((each) => each.startsWith(word)));
  });
}

export interface Group {
  id: string;
  title: string;
  questions: CommonQuestion[];
}

/** In the order in which the groups first come. */
export function grouped(questions: readonly CommonQuestion[]): Group[] {
  const groups: Group[] = [];
  for (const question of questions) {
    let group = groups.find((each) => each.id === question.group);
    if (group === undefined) {
      group = { id: question.group, title: question.group_title, questions: [] };
      groups.push(group);
    }
    group.questions.push(question);
  }
  return groups;
}
