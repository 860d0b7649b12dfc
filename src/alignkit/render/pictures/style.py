"""How marks in a picture look, by class; every rule holds within the picture alone."""

from alignkit.render.pictures.palette import Palette, paints

# Sizes of letters, in the units of the picture: a picture as wide as the text of an A4 page shows 13 as 6.5 points,
# one as wide as an A4 page laid across as 10.
HEADING, NAME, FONT, SMALL = 17, 14, 13, 12

_RULES = """\
text{{fill:{ink};stroke:none}}
.page{{fill:{page}}}
.heading{{font-size:{heading}px;font-weight:bold}}
.strong{{font-weight:bold}}
.name{{font-size:{name}px;font-weight:bold}}
.small{{font-size:{small}px}}
.muted text,text.muted{{fill:{muted}}}
.end{{text-anchor:end}}
.middle{{text-anchor:middle}}
.rule{{stroke:{hairline};fill:none}}
.outline{{stroke:{line};fill:none}}
.box{{fill:{page};stroke:{line}}}
.track{{fill:{page};stroke:{line}}}
.target{{fill:{accent};stroke:{page}}}
.place rect{{fill:{page};stroke:{line}}}
.step-0 rect{{fill:{page};stroke:{hairline}}}
.step-0 text{{fill:{muted}}}
.step-1 rect,rect.step-1{{fill:{step_1};stroke:{line}}}
.step-1 text{{fill:{step_1_ink}}}
.step-2 rect,rect.step-2{{fill:{step_2};stroke:{line}}}
.step-2 text{{fill:{step_2_ink}}}
.step-3 rect,rect.step-3{{fill:{step_3};stroke:{line}}}
.step-3 text{{fill:{step_3_ink}}}
.step-4 rect,rect.step-4{{fill:{step_4};stroke:{line}}}
.step-4 text{{fill:{step_4_ink}}}
.depth-introduce rect{{fill:{depth_introduce};stroke:{line}}}
.depth-introduce text{{fill:{depth_introduce_ink}}}
.depth-reinforce rect{{fill:{depth_reinforce};stroke:{line}}}
.depth-reinforce text{{fill:{depth_reinforce_ink}}}
.depth-master rect{{fill:{depth_master};stroke:{line}}}
.depth-master text{{fill:{depth_master_ink}}}
.depth-unstated rect{{fill:{page};stroke:{line};stroke-dasharray:2 2}}
.early rect{{stroke:{accent};stroke-width:2}}
.alone{{fill:{page};stroke:{line};stroke-dasharray:2 3}}
.dead rect{{fill:{end};stroke:{end_ink};stroke-dasharray:4 3}}
.dead text{{fill:{end_ink}}}
.ribbon{{stroke:{line};stroke-width:.6;fill-opacity:.55}}
.ribbon.step-2{{fill:{step_2}}}
.ribbon.step-3{{fill:{step_3}}}
.ribbon.step-4{{fill:{step_4}}}
.ribbon.dead{{fill:{end};stroke:{end_ink};stroke-dasharray:4 3}}
.dot{{fill:{step_4};stroke:{line}}}
.link{{stroke:{step_4};stroke-width:3}}
"""


def style_of(identifier: str, palette: Palette | None) -> str:
    """Return the rules for the picture with that id."""
    rules = _RULES.format(**paints(palette), heading=HEADING, name=NAME, small=SMALL).splitlines()
    return "".join(_within(identifier, rule) for rule in rules)


def _within(identifier: str, rule: str) -> str:
    selectors, _, declarations = rule.partition("{")
    scoped = ",".join(f"#{identifier} {selector}" for selector in selectors.split(","))
    return f"{scoped}{{{declarations}"
