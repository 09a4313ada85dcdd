// What another program does with Limber: open it, hand it a sheet, read the level.
#include <limber/app.h>
#include <limber/result.h>
#include <limber/types.h>

#include <iostream>

int main() {
  auto app = limber::App::open(limber::embedded_knowledge());
  if (!app) {
    std::cerr << limber::describe(app.error()) << '\n';
    return 1;
  }
  const std::string well = app->call("check", R"({"answers":{}, "unanswered":"reassuring"})");
  const std::string stroke =
      app->call("check", R"({"answers":{"stroke_signs":"yes"}, "unanswered":"reassuring"})");
  std::cout << "limber " << limber::version() << '\n' << well << '\n' << stroke << '\n';
  const bool told_apart = well.find(R"("level":"go")") != std::string::npos &&
                          stroke.find(R"("level":"emergency_now")") != std::string::npos;
  return told_apart ? 0 : 1;
}
