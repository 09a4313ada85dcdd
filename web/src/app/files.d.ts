// What CMake makes and Vite gives an address (vite.config.ts).
declare module "virtual:limber" {
  /** limber_first.wasm: enough until the result of a check is read. */
  export const firstCoreUrl: string;
  export const coreUrl: string;
  export const labUrl: string;
  /** By language; the first part is enough for the first core. */
  export const knowledgeUrls: Readonly<Record<string, { first: string; rest: string }>>;
}
