// Standard input, output and error, for everything that is not a full screen.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/json.h"
#include "faces/cli/asker.h"
#include "faces/cli/command_line.h"
#include "faces/cli/input.h"
#include "faces/cli/terminal.h"

namespace limber::cli {

void print(std::string_view text);
void print_error(std::string_view text);  // at once
// False if something could not be written (a full disk); a closed pipe ends the program quietly.
[[nodiscard]] bool flush();

// Asks on the terminal without showing what is typed; nothing where there is no terminal.
[[nodiscard]] std::optional<std::string> read_secret(const std::string& prompt);
// A whole file, or standard input for "-". Errors: input.
[[nodiscard]] Result<std::string> read_input(const std::string& file);
// The same for a sheet of answers, which is never empty.
[[nodiscard]] Result<std::string> read_sheet_text(const std::string& file);

// Full screen where there is a terminal that can, plain lines elsewhere and with --plain.
class Conversation {
 public:
  [[nodiscard]] static Result<Conversation> open(const CommandLine& line, const Catalogue& words);
  [[nodiscard]] Asker& asker() { return *asker_; }
  [[nodiscard]] const Look& look() const { return look_; }
  // Gives the terminal back.
  void close();
  // The exit code of somebody who left before the end, before and after close().
  [[nodiscard]] int left() const;

 private:
  std::unique_ptr<Terminal> terminal_;
  std::unique_ptr<Asker> asker_;
  Look look_;
  bool interrupted_ = false;
};

// A document on standard output, as wide and as colourful as it can take.
void print_document(const std::string& title, Ink ink, const Document& body,
                    const CommandLine& line);
[[nodiscard]] Look output_look(const CommandLine& line);

}  // namespace limber::cli
