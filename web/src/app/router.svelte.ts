// Where we are: "#/check" is the page "check". Hash routes work from any sub-path, from a file and
// without a server, and the browser's own back button works as people expect.
// A page is a module of its own, loaded when it is first gone to.
import type { Component } from "svelte";

export const pageNames = [
  "today",
  "check",
  "result",
  "plan",
  "session",
  "after",
  "diary",
  "pop",
  "learn",
  "settings",
] as const;
export type PageName = (typeof pageNames)[number];

export interface Place {
  page: PageName;
  /** What stands behind the page's name: "#/learn/why" has ["why"]. */
  rest: string[];
}

export const home: PageName = "today";

export function placeOf(hash: string): Place {
  const [name, ...rest] = hash.replace(/^#?\/?/, "").split("/").map(decodeURIComponent);
  const page = pageNames.find((each) => each === name);
  return page === undefined ? { page: home, rest: [] } : { page, rest };
}

export function addressOf(page: PageName, ...rest: string[]): string {
  return `#/${[page, ...rest].map(encodeURIComponent).join("/")}`;
}

const modules = import.meta.glob<{ default: Component }>("../pages/*/Page.svelte");

/** Loads a page's code. */
export async function loadPage(page: PageName): Promise<Component> {
  const load = modules[`../pages/${page}/Page.svelte`];
  if (load === undefined) throw new Error(`there is no page ${page}`);
  return (await load()).default;
}

class Router {
  place = $state<Place>(placeOf(location.hash));

  constructor() {
    addEventListener("hashchange", () => (this.place = placeOf(location.hash)));
  }

  /** Goes to a page; `replace` leaves no step back to the present one. */
  go(page: PageName, options: { replace?: boolean; rest?: string[] } = {}): void {
    const address = addressOf(page, ...(options.rest ?? []));
    if (options.replace === true) {
      history.replaceState(null, "", address);
      this.place = placeOf(address);
    } else {
      location.hash = address;
    }
  }
}

export const router = new Router();
