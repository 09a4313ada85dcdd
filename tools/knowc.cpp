// The knowledge compiler: limber_knowc FOLDER OUT.json
// Reads the TOML, runs every check, and writes the one document that binaries embed.
// A problem is told as "file:line: what (what to do)" and nothing is written.
#include <cstdio>
#include <fstream>
#include <iostream>

#include "host/toml_reader.h"
#include "knowledge/check.h"
#include "knowledge/load.h"
#include "screen/examples.h"

int main(int count, char** arguments) {
  if (count != 3) {
    std::cerr << "usage: limber_knowc FOLDER OUT.json\n";
    return 2;
  }
  std::vector<limber::Error> problems;
  const limber::TomlDocument folder = limber::read_knowledge_folder(arguments[1], problems);
  limber::Loaded loaded;
  if (problems.empty()) loaded = limber::read_knowledge(folder.document, problems);
  if (problems.empty()) problems = limber::check_knowledge(loaded);
  if (problems.empty()) problems = limber::check_examples(loaded.knowledge);
  for (limber::Error& problem : problems) {
    problem.where = folder.place_of(problem.where);
    std::cerr << limber::describe(problem) << "\n";
  }
  if (!problems.empty()) {
    std::cerr << problems.size() << " problem(s) in " << arguments[1] << "\n";
    return 1;
  }
  std::ofstream out(arguments[2], std::ios::binary | std::ios::trunc);
  out << limber::print_json(folder.document);
  out.close();
  if (!out) {
    std::cerr << arguments[2] << ": cannot be written\n";
    return 1;
  }
  return 0;
}
