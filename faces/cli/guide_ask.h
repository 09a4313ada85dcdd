// The questions a session asks, as small forms: a few choices, or a number from 0 to 10. Pure: a
// key goes in, and perhaps an answer comes out. They take typed lines as well ("1", "0", Enter is
// ten), so that the same forms serve the screen and plain lines.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "faces/cli/keys.h"
#include "session/state.h"

namespace limber::cli {

struct Form {
  enum class Kind : std::uint8_t {
    none,
    pain_before,
    hurt_kind,    // what is it like
    hurt_number,  // how much
    why_stopped,
    go_on,
    pain_after,
    pop_hurt,  // did the pop hurt
    pop_spot,  // the same spot as last time
    end,       // the last page
  };
  Kind kind = Kind::none;
  std::string title;                 // text id
  std::vector<std::string> choices;  // text ids; empty for a number
  int cursor = 0;                    // choice, or the number
  bool typed = false;                // the number was touched
  bool operator==(const Form&) const = default;

  [[nodiscard]] bool is_number() const;
};

[[nodiscard]] Form form(Form::Kind kind);
// The form for what the session asks; none for `rescreen`, which is asked by the host.
[[nodiscard]] Form form_for(Question question);

// The index of the choice, or the number, once it is given.
[[nodiscard]] std::optional<int> press(Form& form, const Key& key);

}  // namespace limber::cli
