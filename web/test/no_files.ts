// "virtual:limber" in unit tests: English and German, of which nothing is fetched.
export const coreUrl = "";
export const labUrl = "";
export const knowledgeUrls: Readonly<Record<string, string>> = { en: "", de: "" };
