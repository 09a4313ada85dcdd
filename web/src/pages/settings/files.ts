// Export and import: the very document of `limber export`, made and read by the core.
import { ask } from "../../app/core";
import { person } from "../../app/person.svelte";
import { t } from "../../app/words.svelte";

export function exportFile(): void {
  const { document: text } = ask("export", {});
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  link.download = `limber-${person.today?.day ?? "export"}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Takes a file in, whole or not at all; what came of it, in words. */
export async function importFile(file: File): Promise<string> {
  try {
    const done = ask("import", { document: await file.text() });
    person.refresh();
    return t("web.settings.import.done", { added: done.added, known: done.known });
  } catch (problem) {
    return t("web.settings.import.failed", { why: problem instanceof Error ? problem.message : String(problem) });
  }
}
