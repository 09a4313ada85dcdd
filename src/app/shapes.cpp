#include "app/shapes.h"

namespace limber {

std::vector<Shapes> all_shapes() {
  return {check_shapes(),  learn_shapes(), plan_shapes(),  session_shapes(),
          record_shapes(), diary_shapes(), joint_shapes(), figure_shapes()};
}

std::string typescript_of_shapes() {
  std::string types, methods;
  for (const Shapes& part : all_shapes()) {
    types += part.types;
    for (const Shape& shape : part.methods) {
      methods += "  \"" + std::string(shape.method) + "\": {\n    input: ";
      methods += std::string(shape.input) + ";\n    output: " + std::string(shape.output) + ";\n";
      methods += "  };\n";
    }
  }
  return "// Written by tools/types.cpp from src/app/shapes_*.cpp; a test keeps it so.\n" + types +
         "\nexport interface Methods {\n" + methods + "}\n";
}

}  // namespace limber
