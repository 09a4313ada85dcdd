// Shapes of the use-cases of the figure.
#include "app/shapes.h"

namespace limber {
namespace {

constexpr std::string_view kTypes = R"(
export interface FigureChoice extends Words {
  technique: string;
  /** Which error of the technique to show; 0, or none, for the technique itself. */
  error?: number;
  step?: "set_up" | "out" | "hold" | "back";
  /** 0..1 of that step. */
  part?: number;
  /** How much of the whole movement to show, 0..1. */
  range?: number;
  side?: "left" | "right";
  skin?: number;
  clothes?: number;
  ghost?: boolean;
  arrows?: boolean;
  spots?: boolean;
}

/** One path element: `d` where it never moves, else `letters` (M, L, C, Z) for the numbers of a
 *  frame, two for each of M and L, six for each C. */
export interface FigurePath {
  role: string;
  colour: string;
  edge?: string;
  stroke?: number;
  opacity?: number;
  d?: string;
  letters?: string;
}

export interface FigureTrack {
  text: string;
  view: number[];
  tempo: { out_s: number; hold_s: number; back_s: number; rest_s: number };
  mirrored: boolean;
  /** Unmirrored it goes to the figure's right. */
  to_right: boolean;
  paths: FigurePath[];
}
)";

constexpr Shape kMethods[] = {
    {"figure", "FigureChoice", "{ svg: string; text: string; view: number[] }"},
    {"figure.track", "FigureChoice", "FigureTrack"},
    {"figure.frame", "FigureChoice", "{ tenths: number[] }"},
    {"figure.sheet", "Words", "{ svg: string }"},
};

}  // namespace

Shapes figure_shapes() {
  return {kTypes, kMethods};
}

}  // namespace limber
