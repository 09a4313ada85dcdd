// Runs a program with given input and collects what it says; for tests of the real thing.
#pragma once

#include <string>
#include <vector>

namespace limber::cli {

struct Ran {
  int code = -1;  // exit code; 128 + signal if a signal ended it
  std::string out;
  std::string err;
};

[[nodiscard]] Ran run_program(const std::string& program, const std::vector<std::string>& words,
                              const std::string& input = "",
                              const std::vector<std::string>& environment = {});
// The limber that was just built, with a data folder of its own and a plain environment.
[[nodiscard]] Ran limber_runs(std::vector<std::string> words, const std::string& input = "",
                              const std::vector<std::string>& environment = {});
[[nodiscard]] std::string limber_program();

// An empty folder, removed at the end of the test.
class TestFolder {
 public:
  TestFolder();
  ~TestFolder();
  TestFolder(const TestFolder&) = delete;
  TestFolder& operator=(const TestFolder&) = delete;
  [[nodiscard]] const std::string& path() const { return path_; }
  // Writes a file into it and gives its path.
  std::string file(const std::string& name, const std::string& text) const;

 private:
  std::string path_;
};

}  // namespace limber::cli
