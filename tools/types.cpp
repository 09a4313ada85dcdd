// Prints the page's types, web/src/core/types.gen.ts: limber_types > web/src/core/types.gen.ts
#include <iostream>

#include "app/shapes.h"

int main() {
  std::cout << limber::typescript_of_shapes();
}
