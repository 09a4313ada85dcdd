// The places of the body map: a region, with a side (docs/formats.md, 2.2). Seen from behind, so left
// is left. Where each stands in the drawing, in its own units.
export interface Spot {
  place: string;
  x: number;
  y: number;
}

export const spots: readonly Spot[] = [
  { place: "neck_left", x: 116, y: 100 },
  { place: "neck", x: 160, y: 92 },
  { place: "neck_right", x: 204, y: 100 },
  { place: "shoulder_left", x: 66, y: 146 },
  { place: "upper_back_left", x: 113, y: 166 },
  { place: "upper_back", x: 160, y: 166 },
  { place: "upper_back_right", x: 207, y: 166 },
  { place: "shoulder_right", x: 254, y: 146 },
  { place: "mid_back_left", x: 113, y: 226 },
  { place: "mid_back", x: 160, y: 226 },
  { place: "mid_back_right", x: 207, y: 226 },
];

/** How strong a score is shown: in three steps, beside the number itself. */
export function strength(score: number): "none" | "mild" | "medium" | "strong" {
  return score === 0 ? "none" : score <= 3 ? "mild" : score <= 6 ? "medium" : "strong";
}
