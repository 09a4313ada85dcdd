// Reads what is told and not judged by: sources, escalations, countries, statements, the questions
// people ask, and the texts.
#pragma once

#include "knowledge/load.h"
#include "knowledge/load_tools.h"

namespace limber {

void read_catalogues(const Json& document, Loaded& loaded, Problems& problems);
void read_small_tables(const Json& document, Knowledge& knowledge, Problems& problems);
// After the statements.
void read_questions(const Json& document, Loaded& loaded, Problems& problems);

}  // namespace limber
