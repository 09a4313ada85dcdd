// What CMake makes and Vite gives an address (vite.config.ts).
declare module "virtual:limber" {
  export const coreUrl: string;
  export const labUrl: string;
  export const knowledgeUrls: Readonly<Record<string, string>>;
}
