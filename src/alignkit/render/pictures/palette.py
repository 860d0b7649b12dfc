"""The colours of pictures: as CSS custom properties that a page sets for light and dark, or as they are."""

from msgspec import Struct
from msgspec.structs import asdict

_PREFIX = "--picture-"


class Palette(Struct, frozen=True):
    """Colours by what they are for; `…_ink` is what is written on a fill.

    Steps and depths each run from one end of lightness to the other in one hue, so that their order is seen without
    telling hues apart. Texts stand out from what is behind them by 4.5 to 1, outlines from the page by 3 to 1; tests
    hold both.
    """

    page: str
    ink: str
    muted: str
    line: str
    """Outlines: whatever a fill does not set apart from the page, its outline does."""
    hairline: str
    """Rules that only please the eye."""
    accent: str
    """Targets."""
    step_1: str
    step_1_ink: str
    step_2: str
    step_2_ink: str
    step_3: str
    step_3_ink: str
    step_4: str
    step_4_ink: str
    depth_introduce: str
    depth_introduce_ink: str
    depth_reinforce: str
    depth_reinforce_ink: str
    depth_master: str
    depth_master_ink: str
    end: str
    """Where something leads no further, or something is wrong."""
    end_ink: str


LIGHT = Palette(
    page="#ffffff",
    ink="#1b1f24",
    muted="#57606a",
    line="#6e7781",
    hairline="#d0d7de",
    accent="#b3400c",
    step_1="#dcebf7",
    step_1_ink="#0b2c4a",
    step_2="#9fcbea",
    step_2_ink="#0b2c4a",
    step_3="#2670ad",
    step_3_ink="#ffffff",
    step_4="#0a3763",
    step_4_ink="#ffffff",
    depth_introduce="#f1e6f7",
    depth_introduce_ink="#3d1558",
    depth_reinforce="#cda6de",
    depth_reinforce_ink="#3d1558",
    depth_master="#5e2b7d",
    depth_master_ink="#ffffff",
    end="#fbe9e0",
    end_ink="#7a2a0b",
)
DARK = Palette(
    page="#14181d",
    ink="#e8edf2",
    muted="#a7b1bc",
    line="#8b96a3",
    hairline="#3a424b",
    accent="#ffa873",
    step_1="#16324d",
    step_1_ink="#e8f2fb",
    step_2="#2b5f8f",
    step_2_ink="#ffffff",
    step_3="#6fb1e4",
    step_3_ink="#06192b",
    step_4="#d8ecfb",
    step_4_ink="#06192b",
    depth_introduce="#352241",
    depth_introduce_ink="#f3e6fa",
    depth_reinforce="#7d4e98",
    depth_reinforce_ink="#ffffff",
    depth_master="#e2c4f0",
    depth_master_ink="#2b0f3d",
    end="#3d2115",
    end_ink="#ffc9a8",
)


def paints(palette: Palette | None) -> dict[str, str]:
    """Return each colour by name: as it is, or, without a palette, as a custom property that falls back to light."""
    if palette:
        return asdict(palette)
    return {name: f"var({_property(name)},{colour})" for name, colour in asdict(LIGHT).items()}


def _property(name: str) -> str:
    return _PREFIX + name.replace("_", "-")
