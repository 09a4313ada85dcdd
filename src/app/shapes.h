// What every use-case takes and gives, in TypeScript's own notation: the one place from which the
// page's types (web/src/core/types.gen.ts) are made. The conformance tests hold every real request
// and answer against them, and they stand in no binary but the tool that writes that file.
//
// Notation: names, "words", string, number, boolean, null, true, unknown, { field; optional? },
// X[], { [key: string]: X }, A | B, A & B.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace limber {

struct Shape {
  std::string_view method, input, output;
};

struct Shapes {
  std::string_view types;  // declarations that the shapes below, and later ones, use
  std::span<const Shape> methods;
};

[[nodiscard]] Shapes check_shapes();
[[nodiscard]] Shapes learn_shapes();
[[nodiscard]] Shapes plan_shapes();
[[nodiscard]] Shapes session_shapes();
[[nodiscard]] Shapes record_shapes();
[[nodiscard]] Shapes diary_shapes();
[[nodiscard]] Shapes joint_shapes();
[[nodiscard]] Shapes figure_shapes();
[[nodiscard]] std::vector<Shapes> all_shapes();

// The whole of types.gen.ts.
[[nodiscard]] std::string typescript_of_shapes();

}  // namespace limber
