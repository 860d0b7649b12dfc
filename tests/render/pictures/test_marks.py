"""What the marks of each picture say to an eye and to a script; counted in tests/pictured.py."""

import re
from itertools import pairwise

import pytest
from tests.pictured import SMALL, case_of, large
from tests.render.pictures.samples import SVG, drawn, samples, tree

from alignkit.render.pictures.course import BOX


def root(picture, sample="small"):
    return tree(samples()[sample][picture])


def groups(root, **facts):
    """Return the groups with these data attributes."""
    found = root.iter(f"{SVG}g")
    return [each for each in found if all(each.get(f"data-{name}") == value for name, value in facts.items())]


def texts(element, look=""):
    return [each.text for each in element.iter(f"{SVG}text") if look in (each.get("class") or "")]


def cells(row):
    return [each for each in row.findall(f"{SVG}g") if each.get("data-step")]


def test_a_cell_of_the_heat_map_has_a_sign_and_the_facts_that_tables_are_filtered_by():
    (row,) = groups(root("heat-map"), item="toy:A1")
    *inside, overall = cells(row)
    assert [(texts(cell), cell.get("class"), cell.get("data-modules"), cell.get("data-step")) for cell in inside] == [
        (["A"], "step-3", "M1", "3"),
        (["E"], "step-4", "M2", "4"),
        (["·"], "step-0", "M3", "0"),
        (["·"], "step-0", "M4", "0"),
    ]
    assert inside[1].get("data-professions") == "nursing"
    assert inside[1].find(f"{SVG}title").text == "A1, M2: evidenced through M2.A1"
    assert (texts(overall), overall.get("data-step")) == (["E", "evidenced"], "4")


@pytest.mark.parametrize(
    ("item", "overall"),
    [("A3", ["C", "claimed"]), ("A4", ["–", "not claimed"]), ("B1", ["~", "in part"])],  # noqa: RUF001
)
def test_what_no_module_teaches_is_seen_as_well(item, overall):
    (row,) = groups(root("heat-map"), item=f"toy:{item}")
    assert texts(cells(row)[-1]) == overall
    assert [texts(cell) for cell in cells(row)[:-1]] == [["·"]] * 4


def test_where_many_items_are_counted_cells_have_numbers_and_bars_in_proportion():
    heat = root("heat-map", "many of all")
    (row,) = groups(heat, item="toy:X")
    bars = [list(cell.iter(f"{SVG}rect")) for cell in cells(row)]
    number = [texts(cell)[0] for cell in cells(row)]
    for said, (track, *parts) in zip(number[:-1], bars[:-1], strict=True):
        whole = float(track.get("width"))
        assert float(parts[0].get("width")) == pytest.approx(whole * int(said) / 200, abs=0.1)
        widths = [float(part.get("width")) for part in parts]
        assert widths == sorted(widths, reverse=True)
        assert [part.get("class") for part in parts] == [f"step-{step}" for step in range(2, 2 + len(parts))]
    assert re.fullmatch(r"\d+ of 200 evidenced", number[-1])


def test_bars_are_as_long_as_their_share_and_pins_stand_where_the_targets_are():
    bars = root("ladder-bars")
    for step, (reached, needed) in {"1": (4, 4), "2": (3, None), "3": (2, 4), "4": (1, None)}.items():
        (line,) = groups(bars, step=step)
        track, bar = line.findall(f"{SVG}rect")
        start, whole = float(track.get("x")), float(track.get("width"))
        assert float(bar.get("width")) == pytest.approx(whole * reached / 7, abs=0.1)
        assert bar.get("class") == f"step-{step}"
        pins = line.findall(f"{SVG}path")
        assert len(pins) == (needed is not None)
        if needed:
            pin = float(pins[0].get("d").removeprefix("M").split()[0]) + 1.5
            assert pin == pytest.approx(start + whole * needed / 7, abs=0.1)
    assert "2 of 7; target 4, missed" in texts(bars)
    assert texts(bars, "strong") == ["2 of 7; target 4, missed"]


def test_a_step_that_nothing_reached_has_an_empty_track():
    svg = samples()["no outcome"]["ladder-bars"]
    (line,) = groups(tree(svg), step="4")
    assert [rect.get("class") for rect in line.iter(f"{SVG}rect")] == ["track"]
    assert "0 of 7" in texts(line)


def test_depths_have_letters_and_a_line_through_time():
    (row,) = groups(root("depth"), item="toy:A1")
    marks = groups(row)
    named = [(mark.get("data-depth"), texts(mark)) for mark in marks if mark.get("data-depth")]
    assert named == [("introduce", ["I"]), ("introduce", ["I"]), ("master", ["M"])]
    assert len(row.findall(f"{SVG}path")) == 1
    (row,) = groups(root("depth"), item="toy:C")
    assert [texts(mark) for mark in groups(row, depth="unstated")] == [["?"]]
    assert row.findall(f"{SVG}path") == []


def test_a_mastery_that_nothing_prepares_is_marked_by_a_sign_and_explained():
    depth = tree(drawn(case_of(SMALL.replace("depth: introduce", "depth: reinforce")))["depth"])
    (row,) = groups(depth, item="toy:A1")
    assert [texts(mark) for mark in groups(row, depth="master")] == [["M!"]]
    assert "mastered before anything introduces it" in texts(depth)
    assert "mastered before anything introduces it" not in texts(root("depth"))


def test_where_a_cell_is_too_narrow_for_all_depths_the_deepest_stands_for_them():
    modules = "".join(f"  - {{id: M{n}, activities: [{{id: M{n}.A, outcomes: [LO1, LO2]}}]}}\n" for n in range(20))
    depths = ("introduce", "reinforce", "master")
    aligns = ", ".join(f'{{to: "toy:A1", depth: {depth}}}' for depth in depths)
    body = (
        "frameworks: [{use: toy}]\noutcomes:\n"
        f"  - {{id: LO1, text: Plan, aligns: [{aligns}]}}\n  - {{id: LO2, text: Plan, aligns: 'toy:A1'}}\n"
        f"modules:\n{modules}"
    )
    depth = tree(drawn(case_of(body))["depth"])
    assert texts(groups(depth, depth="introduce reinforce master unstated")[0]) == ["M+"]
    assert "and less deep in the same module" in texts(depth)


def test_ribbons_are_as_thick_as_what_they_carry_and_leave_no_gaps():
    shapes = [each.get("d") for each in root("alluvial").iter(f"{SVG}path") if "ribbon" in each.get("class")]
    assert len(shapes) == 7 + 6 + 4
    # M2.A1 leads half an outcome to AS1 and, below it, a whole one to AS2.
    half, whole = (re.findall(r"M[\d.]+ ([\d.]+)C.* ([\d.]+)V([\d.]+)C", shape)[0] for shape in shapes[9:11])
    thickness = float(half[2]) - float(half[1])
    assert float(whole[2]) - float(whole[1]) == pytest.approx(2 * thickness, abs=0.2)
    assert float(whole[0]) - float(half[0]) == pytest.approx(thickness, abs=0.2)


def test_what_ends_ends_in_a_box_that_says_so():
    alluvial = root("alluvial")
    said = [" ".join(texts(each)) for each in groups(alluvial) if each.get("class") == "dead"]
    assert [each for each in said if each.startswith("× no")] == [  # noqa: RUF001
        "× no activity: 1 outcome",  # noqa: RUF001
        "× no assessment: 2 outcomes",  # noqa: RUF001
        "× no item of this framework: 1 outcome",  # noqa: RUF001
    ]
    # A3 to C: nobody arrives there.
    assert sum(each.startswith(f"× {code}") for each in said for code in ("A3", "A4", "B1", "B2", "C")) == 5  # noqa: RUF001


def test_ribbons_that_end_are_dashed_and_know_their_outcomes():
    ribbons = [each for each in groups(root("alluvial"), step="1") if each.get("data-outcomes")]
    assert [each.get("data-outcomes") for each in ribbons] == ["LO4"]
    assert ribbons[0].find(f"{SVG}path").get("class") == "ribbon dead"
    assert ribbons[0].find(f"{SVG}title").text == "LO4 Plan → no activity: 1 outcome (1)"


@pytest.mark.parametrize("sample", ["small", "many outcomes", "many of all", "long titles"])
def test_boxes_of_a_column_do_not_lie_on_each_other(sample):
    columns: dict[str, list[tuple[float, float]]] = {}
    for rect in root("alluvial", sample).iter(f"{SVG}rect"):
        if rect.get("width") == str(BOX):
            columns.setdefault(rect.get("x"), []).append((float(rect.get("y")), float(rect.get("height"))))
    assert len(columns) == 4
    for boxes in columns.values():
        assert all(one[0] + one[1] <= other[0] + 0.1 for one, other in pairwise(sorted(boxes)))


def test_a_pair_of_professions_says_hours_and_activities():
    (pair,) = groups(root("together"), professions="nursing pharmacy", activity=None)
    # Columns are about professions here, both above the pairs and above the activities.
    assert len(groups(root("together"), professions="medicine", modules=None)) == 2 + 1
    assert texts(pair) == ["3.5", "in 2"]
    assert pair.find(f"{SVG}title").text == "nursing and pharmacy: M1.A1 and M1.A2"
    track, bar = list(pair.iter(f"{SVG}rect"))[1:]
    assert float(bar.get("width")) == pytest.approx(float(track.get("width")) * 3.5 / 7.5, abs=0.1)


def test_who_attends_is_joined_by_a_line():
    (row,) = groups(root("together"), activity="M3.A1")
    assert row.get("data-professions") == "pharmacy medicine"
    assert [rect.get("class") for rect in row.iter(f"{SVG}rect")] == ["dot", "dot"]
    assert texts(row) == ["M3.A1", "·", "4"]
    assert len(row.findall(f"{SVG}path")) == 1
    (row,) = groups(root("together"), activity="M2.A1")
    assert row.findall(f"{SVG}path") == []
    assert texts(row) == ["M2.A1", "Play", "·", "·", "·"]  # nobody else, and no hours


def test_many_activities_are_counted_by_module():
    svg = drawn(large(outcomes=20, modules=20, professions=3))["together"]
    (row,) = groups(tree(svg), activity="M0")
    assert texts(row).count("3 of 3") == 3
    narrow = drawn(large(outcomes=20, modules=20, professions=14))["together"]
    (row,) = groups(tree(narrow), activity="M0")
    assert texts(row).count("3") == 14


def test_without_professions_there_is_a_note_and_nothing_else():
    together = root("together", "no item")
    assert texts(together) == ["Professions learning together", "no profession is named"]
