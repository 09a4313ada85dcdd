// The figure's paths in a page: made once as SVG elements, then only their numbers change.
import type { FigurePath } from "../core/types.gen";

const svg = "http://www.w3.org/2000/svg";
const counts: Readonly<Record<string, number>> = { M: 2, L: 2, C: 6, Z: 0 };

/** An element whose shape follows the numbers. */
interface Moving {
  element: SVGPathElement;
  letters: string;
}

/** Colours are presentation attributes, so that a style sheet may change them by class. */
export function elementOf(path: FigurePath): SVGPathElement {
  const element = document.createElementNS(svg, "path");
  element.setAttribute("class", `fig-${path.role}`);
  if (path.stroke === undefined) {
    element.setAttribute("fill", path.colour);
  } else {
    element.setAttribute("fill", "none");
    element.setAttribute("stroke", path.colour);
    element.setAttribute("stroke-width", String(path.stroke));
    element.setAttribute("stroke-linecap", "round");
    element.setAttribute("stroke-linejoin", "round");
  }
  if (path.edge !== undefined) {
    element.setAttribute("stroke", path.edge);
    element.setAttribute("stroke-width", "1.6");
    element.setAttribute("paint-order", "stroke");
  }
  if (path.opacity !== undefined) element.setAttribute("opacity", String(path.opacity));
  if (path.d !== undefined) element.setAttribute("d", path.d);
  return element;
}

/** The shape of one path from its letters and the numbers from `at` on. */
export function shapeOf(letters: string, numbers: ArrayLike<number>, at: number): { d: string; next: number } {
  let d = "";
  let next = at;
  for (const letter of letters) {
    d += letter;
    for (let i = counts[letter] ?? 0; i > 0; --i) {
      d += `${Math.round((numbers[next] ?? 0) * 10) / 10} `;
      next += 1;
    }
  }
  return { d, next };
}

/** Every element of a picture, and a function that moves it. */
export function pictureOf(paths: readonly FigurePath[]): {
  elements: SVGPathElement[];
  move: (numbers: ArrayLike<number>) => void;
} {
  const elements = paths.map(elementOf);
  const moving: Moving[] = [];
  paths.forEach((path, i) => {
    const element = elements[i];
    if (path.letters !== undefined && element !== undefined) moving.push({ element, letters: path.letters });
  });
  return {
    elements,
    move: (numbers) => {
      let at = 0;
      for (const { element, letters } of moving) {
        const { d, next } = shapeOf(letters, numbers, at);
        element.setAttribute("d", d);
        at = next;
      }
    },
  };
}
