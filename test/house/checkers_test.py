"""The checkers can fail: each is shown a small made-up tree with one fault, and one without."""

import importlib
import json
import pathlib
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "tools"))


class Tree(unittest.TestCase):
    """A made-up tree; problems() asks one checker about it."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = pathlib.Path(folder.name)

    def write(self, name, text):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text if isinstance(text, str) else json.dumps(text))

    def problems(self, checker):
        return importlib.import_module(checker).problems(self.root)

    def assert_only(self, checker, *parts):
        found = self.problems(checker)
        self.assertEqual(len(found), 1, found)
        for part in parts:
            self.assertIn(part, found[0])

    def assert_clean(self, checker):
        self.assertEqual(self.problems(checker), [])


class Floors(Tree):
    def setUp(self):
        super().setUp()
        self.write("src/base/text.h", "")
        self.write("src/plan/plan.h", "")
        self.write("host/clock.h", "")
        self.write("include/limber/joint.h", "")

    def test_down_is_fine(self):
        self.write("src/screen/a.cpp", '#include "base/text.h"\n')
        self.assert_clean("check_floors")

    def test_up_is_counted(self):
        self.write("src/base/a.cpp", '// why\n#include "plan/plan.h"\n')
        self.assert_only("check_floors", "src/base/a.cpp:2", "plan/plan.h")

    def test_sideways_is_counted(self):
        self.write("src/screen/a.cpp", '#include "plan/plan.h"\n')
        self.assert_only("check_floors", "floor 3")

    def test_sideways_by_a_relative_path_is_counted(self):
        self.write("src/screen/a.cpp", '#include "../plan/plan.h"\n')
        self.assert_only("check_floors", "floor 3")

    def test_a_public_header_has_the_floor_of_its_folder(self):
        self.write("src/sound/a.cpp", "#include <limber/joint.h>\n")
        self.assert_only("check_floors", "src/joint")

    def test_a_public_header_may_not_include_a_private_one(self):
        self.write("include/limber/joint.h", '#include "base/text.h"\n')
        self.assert_only("check_floors", "private")

    def test_the_browser_face_has_no_host(self):
        self.write("faces/wasm/a.cpp", '#include "host/clock.h"\n')
        self.assert_only("check_floors", "browser")

    def test_an_unknown_folder_is_counted(self):
        self.write("src/extra/a.cpp", "")
        self.assert_only("check_floors", "no floor")

    def test_a_comment_is_not_an_include(self):
        self.write("src/base/a.cpp", '/*\n#include "plan/plan.h"\n*/\n')
        self.assert_clean("check_floors")


class Lengths(Tree):
    def test_a_file_over_700_lines(self):
        self.write("src/base/a.cpp", "x\n" * 10)
        self.write("src/base/c.cpp", "x\n" * 10)
        self.write("test/base/b.cpp", "x\n" * 701)
        self.assert_only("check_lengths", "b.cpp:701")

    def test_the_median(self):
        self.write("src/base/a.cpp", "x\n" * 121)
        self.assert_only("check_lengths", "median")

    def test_700_is_allowed(self):
        self.write("test/base/b.cpp", "x\n" * 700)
        self.assert_clean("check_lengths")


class RawJson(Tree):
    def test_every_way_to_read_raw_json(self):
        for code in ("v.at(3);", "j->at(k);", 'j.value("a", 1);', "e.value();", "j.get<int>();",
                     "j.dump();", "Json::parse(t);", "std::stoi(t);", "strtod(t, 0);",
                     'int a = j["a"];', 'f(j["a"]["b"]);', 'if (j["a"] == 3) {}'):
            with self.subTest(code):
                self.write("src/plan/a.cpp", "Json j;\n" + code)
                self.assert_only("check_raw_json", "src/plan/a.cpp:2")

    def test_building_is_fine(self):
        self.write("src/plan/a.cpp", 'j["a"] = 1;\nj["b"]["c"] = 2;\nj["d"].push_back(3);\n')
        self.assert_clean("check_raw_json")

    def test_the_value_of_an_item_is_fine(self):
        self.write("src/plan/a.cpp", "Json j; for (const auto& item : j.items()) use(item.value());")
        self.assert_clean("check_raw_json")

    def test_a_file_without_json_has_its_own_at(self):
        self.write("src/plan/a.cpp", "solver.at(3);")
        self.assert_clean("check_raw_json")

    def test_base_may(self):
        self.write("src/base/a.cpp", "Json v; v.at(3);")
        self.assert_clean("check_raw_json")

    def test_text_and_comments_are_not_code(self):
        self.write("src/plan/a.cpp", '// v.at(3)\nJson j; auto a = "x.at(1)";\n')
        self.assert_clean("check_raw_json")


class Pure(Tree):
    def test_every_impure_thing(self):
        for code in ("throw 1;", "try { f(); }", "std::mutex m;", "#include <iostream>",
                     "#include <chrono>", "auto t = time(nullptr);", 'fopen("a", "r");',
                     'std::printf("a");', "std::getenv(n);", "assert(a);"):
            with self.subTest(code):
                self.write("src/plan/a.cpp", code)
                self.assertTrue(self.problems("check_pure"))

    def test_the_host_may(self):
        self.write("host/a.cpp", "#include <chrono>\nstd::mutex m;")
        self.assert_clean("check_pure")

    def test_names_that_only_look_alike(self):
        self.write("src/plan/a.cpp", "int retry; plan.time(3); rest_time(); // throw\n")
        self.assert_clean("check_pure")


class Nodiscard(Tree):
    def test_a_result_that_could_be_dropped(self):
        self.write("src/plan/a.h", "struct A {\n  Result<std::vector<int>> make(int a);\n};\n")
        self.assert_only("check_nodiscard", "a.h:2", "make()")

    def test_marked_ones_members_and_callbacks(self):
        self.write("src/plan/a.h", "[[nodiscard]] Result<int> make(int a);\n"
                   "[[nodiscard]] virtual Result<int>\nother();\nResult<int> kept;\n"
                   "void give(std::function<Result<int>(int)> f);\n")
        self.assert_clean("check_nodiscard")


class Texts(Tree):
    def setUp(self):
        super().setUp()
        self.write("knowledge/texts/en.json", {"ui.stop": "Stop", "ui.level.go": "Go {n}"})
        self.write("src/app/a.cpp", 't("ui.stop"); t("ui.level." + id);')

    def test_all_is_well(self):
        self.assert_clean("check_texts")

    def test_a_text_that_does_not_exist(self):
        self.write("src/app/b.cpp", '\nt("ui.nothing");')
        self.assert_only("check_texts", "b.cpp:2", "ui.nothing")

    def test_a_text_nobody_uses(self):
        self.write("src/app/a.cpp", 't("ui.stop");')
        self.assert_only("check_texts", "ui.level.go", "nowhere")

    def test_a_text_of_the_page(self):
        self.write("knowledge/texts/en.web.json", {"web.title.check": "Check"})
        self.write("web/src/a.svelte", "{t(`web.title.${page}`)}")
        self.assert_clean("check_texts")

    def test_a_text_that_the_page_lacks(self):
        self.write("web/src/a.svelte", "\n{t('web.nothing')}")
        self.assert_only("check_texts", "a.svelte:2", "web.nothing")

    def test_a_translation_under_way(self):
        self.write("knowledge/texts/de.web.json", {"web.other": "anders"})
        self.assert_clean("check_texts")

    def test_a_missing_translation(self):
        self.write("knowledge/texts/de.json", {"ui.stop": "Halt"})
        self.assert_only("check_texts", "de.json", "ui.level.go")

    def test_a_translation_with_other_arguments(self):
        self.write("knowledge/texts/de.json", {"ui.stop": "Halt", "ui.level.go": "Los {m}"})
        self.assert_only("check_texts", "arguments")

    def test_a_branch_is_no_argument(self):
        english = {"ui.stop": "Stop", "ui.level.go": "Go {n, plural, one {once} other {# times}}"}
        german = {"ui.stop": "Halt", "ui.level.go": "Los {n, plural, one {einmal} other {#-mal}}"}
        self.write("knowledge/texts/en.json", english)
        self.write("knowledge/texts/de.json", german)
        self.assert_clean("check_texts")

    def test_an_argument_inside_a_branch(self):
        self.write("knowledge/texts/en.json",
                   {"ui.stop": "Stop", "ui.level.go": "{n, plural, =0 {{s} s} other {{n} min}}"})
        self.write("knowledge/texts/de.json",
                   {"ui.stop": "Halt", "ui.level.go": "{n, plural, =0 {null s} other {{n} Min.}}"})
        self.assert_only("check_texts", "arguments")

    def test_a_text_that_nobody_translated(self):
        self.write("knowledge/texts/de.json", {"ui.stop": "Stop", "ui.level.go": "Los {n}"})
        self.assert_only("check_texts", "ui.stop", "reads as in English")

    def test_a_reviewed_word_may_read_as_in_english(self):
        self.write("knowledge/texts/de.json", {"ui.stop": "Stop", "ui.level.go": "Los {n}"})
        self.write("tools/same_texts.json", {"de": {"ui.stop": "the same word"}})
        self.assert_clean("check_texts")

    def test_a_reviewed_word_needs_a_reason_and_a_use(self):
        self.write("knowledge/texts/de.json", {"ui.stop": "Halt", "ui.level.go": "Los {n}"})
        self.write("tools/same_texts.json", {"de": {"ui.stop": "the same word"}})
        self.assert_only("check_texts", "does not read as in English")

    def test_no_texts_at_all(self):
        (self.root / "knowledge/texts/en.json").unlink()
        self.assert_only("check_texts", "no English")


class Sources(Tree):
    def setUp(self):
        super().setUp()
        self.write("knowledge/sources.toml", '[[source]]\nid = "a"\ntag = "S"\n'
                                             '[[source]]\nid = "k"\ntag = "K"\n')

    def rule(self, sources):
        self.write("knowledge/rules.toml", f'[[rule]]\nid = "r"\nsources = {sources}\n')

    def test_seen_with_recalled_beside_it(self):
        self.rule('["a", "k"]')
        self.assert_clean("check_sources")

    def test_a_source_that_does_not_exist(self):
        self.rule('["a", "k", "b"]')
        self.assert_only("check_sources", '"b"')

    def test_recalled_alone(self):
        self.rule('["k"]\n[[rule]]\nid = "q"\nsources = ["a"]')
        self.assert_only("check_sources", "rule r", "recalled")

    def test_no_source(self):
        self.rule('[]\n[[rule]]\nid = "q"\nsources = ["a", "k"]')
        self.assert_only("check_sources", "rule r", "no source")


class Paths(Tree):
    def test_a_machine_path(self):
        self.write("docs/a.md", "see /wor" + "k/x\n")
        self.assert_only("check_paths", "a.md:1", "machine")

    def test_not_ascii(self):
        self.write("src/base/a.cpp", "// caf\u00e9\n")
        self.assert_only("check_paths", "ASCII")

    def test_what_people_see_may_have_any_sign(self):
        self.write("src/base/a.cpp", 'auto tick = "\u2713";\n')
        self.assert_clean("check_paths")

    def test_unfinished(self):
        self.write("src/base/a.cpp", "// TO" + "DO\n")
        self.assert_only("check_paths", "unfinished")


class CodeOnly(unittest.TestCase):
    def test_digit_separators_and_raw_strings(self):
        house = importlib.import_module("house")
        text = "int a = 86'400'000; // b\nauto s = R\"(throw)\"; char c = '\"'; throw"
        code = house.code_only(text)
        self.assertIn("86'400'000;", code)
        self.assertEqual(code.count("throw"), 1)


if __name__ == "__main__":
    unittest.main()
