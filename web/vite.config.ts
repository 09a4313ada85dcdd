// The page is built from web/ and from what CMake makes: limber.wasm and the compiled knowledge.
// Everything is a file of its own with a hash in its name; nothing is inlined, because the content
// security policy allows no data: address, no inline script and no inline style.
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { defineConfig, type Plugin } from "vite";

const root = import.meta.dirname ?? new URL(".", import.meta.url).pathname;
const made = process.env["LIMBER_KNOWLEDGE_DIR"] || resolve(root, "../build/dev/knowledge");
const wasm = process.env["LIMBER_WASM_DIR"] || resolve(root, "../build/wasm");

// "virtual:limber": the addresses of the files that C++ made.
function limberFiles(): Plugin {
  const name = "virtual:limber";
  return {
    name: "limber-files",
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    load(id) {
      if (id !== `\0${name}`) return undefined;
      const lines: string[] = [];
      const url = (variable: string, path: string): string => {
        lines.push(`import ${variable} from ${JSON.stringify(`${path}?url`)};`);
        return variable;
      };
      const first = url("first", resolve(wasm, "limber_first.wasm"));
      const core = url("core", resolve(wasm, "limber.wasm"));
      const lab = resolve(wasm, "limber_lab.wasm");
      const labUrl = existsSync(lab) ? url("lab", lab) : '""';
      const languages = readdirSync(made)
        .map((file) => /^knowledge\.([a-z]{2})\.json$/.exec(file)?.[1])
        .filter((language) => language !== undefined)
        .map((language) => {
          const part = (name: string): string => url(`${name}_${language}`, resolve(made, `knowledge.${language}.${name}.json`));
          return `${JSON.stringify(language)}: {first: ${part("first")}, rest: ${part("rest")}}`;
        });
      return `${lines.join("\n")}
export const firstCoreUrl = ${first};
export const coreUrl = ${core};
export const labUrl = ${labUrl};
export const knowledgeUrls = {${languages.join(", ")}};`;
    },
  };
}

// sw.js, with the names of all files and a version that is another when any of them is.
function offline(): Plugin {
  return {
    name: "limber-offline",
    enforce: "post",
    generateBundle: {
      order: "post",
      handler(_, bundle) {
        const hash = createHash("sha256");
        const files = Object.keys(bundle).sort();
        for (const file of files) {
          const made = bundle[file];
          hash.update(file).update(made?.type === "chunk" ? made.code : (made?.source ?? ""));
        }
        const list = JSON.stringify(["./", ...files.filter((file) => file !== "index.html")]);
        const version = hash.digest("hex").slice(0, 16);
        const worker = readFileSync(resolve(root, "sw.js"), "utf8");
        const source = `const version = "${version}";\nconst files = ${list};\n${worker}`;
        this.emitFile({ type: "asset", fileName: "sw.js", source });
      },
    },
  };
}

export default defineConfig({
  root,
  base: "./",
  plugins: [svelte(), limberFiles(), offline()],
  server: { fs: { allow: [resolve(root, "..")] } },
  build: {
    outDir: process.env["LIMBER_WEB_OUT"] || resolve(root, "../build/web/dist"),
    emptyOutDir: true,
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 600, // libsodium, loaded only when somebody sets a passphrase
  },
});
