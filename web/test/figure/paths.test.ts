// The numbers of a frame, written into the shapes of the paths.
import { expect, test } from "vitest";
import { shapeOf } from "../../src/figure/paths";

test("each letter takes its numbers, and the rest is left for the next path", () => {
  const numbers = [1, 2, 3, 4, 5, 6, 7, 8, 9];
  expect(shapeOf("MCZ", numbers, 0)).toEqual({ d: "M1 2 C3 4 5 6 7 8 Z", next: 8 });
});

test("a later path begins where the one before ended", () => {
  expect(shapeOf("ML", [9, 9, 1, 2, 3, 4], 2)).toEqual({ d: "M1 2 L3 4 ", next: 6 });
});

test("numbers are rounded to a tenth, which is half a millimetre of the person", () => {
  expect(shapeOf("M", [1.2345, -0.06], 0).d).toBe("M1.2 -0.1 ");
});
