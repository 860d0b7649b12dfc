"""The pictures of a report: for the whole curriculum, and for each framework."""

from collections.abc import Iterable

from msgspec import Struct

from alignkit.analysis.case import Case
from alignkit.analysis.coverage import Coverage
from alignkit.views.pictures.alluvial import Alluvial, alluvial_picture
from alignkit.views.pictures.depth_through_time import DepthThroughTime, depth_picture
from alignkit.views.pictures.heat_map import HeatMap, heat_map_picture
from alignkit.views.pictures.ladder_bars import LadderBars, ladder_bars_picture
from alignkit.views.pictures.together import Together, together_picture


class FrameworkPictures(Struct, frozen=True):
    """The pictures of one framework."""

    heat_map: HeatMap
    depth: DepthThroughTime
    routes: Alluvial


class PicturesView(Struct, frozen=True):
    """All pictures of a report; those of frameworks by the framework's id."""

    ladders: LadderBars
    together: Together
    frameworks: dict[str, FrameworkPictures]


def pictures_view(case: Case, coverages: Iterable[Coverage]) -> PicturesView:
    """Return the pictures of the curriculum through these frameworks."""
    looked_at = tuple(coverages)
    return PicturesView(
        ladders=ladder_bars_picture(looked_at),
        together=together_picture(case),
        frameworks={
            each.framework.id: FrameworkPictures(
                heat_map_picture(case, each), depth_picture(case, each), alluvial_picture(case, each)
            )
            for each in looked_at
        },
    )
