"""Colours of static/css/tokens.css as numbers, and how well one can be read on another."""

import math
import re
from pathlib import Path

TOKENS = (Path(__file__).parent.parent / "static/css/tokens.css").read_text()

RULES = {
    "light": r":root \{(.*?)\n  \}",
    "wished dark": r':root:not\(\[data-theme="light"\]\) \{(.*?)\n    \}',
    "dark": r':root\[data-theme="dark"\] \{(.*?)\n  \}',
    "contrast": r':root\[data-theme="contrast"\] \{(.*?)\n  \}',
}
PROPERTY = re.compile(r"--([\w-]+):\s*([^;]+);")
COLOUR = re.compile(r"oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)")
RULE_OF_COLOUR = re.compile(r'\[data-colour="(\w+)"\]\s*\{([^}]*)\}')

Oklch = tuple[float, float, float]


def declared(theme: str) -> dict[str, str]:
    """The custom properties that a theme's own rule declares."""
    rule = re.search(RULES[theme], TOKENS, re.DOTALL)
    return dict(PROPERTY.findall(re.sub(r"/\*.*?\*/", "", rule[1])))


def worn(theme: str) -> dict[str, str]:
    """All custom properties under a theme: what it does not say stays as in the light."""
    return declared("light") | declared(theme)


def colour(text: str) -> Oklch:
    lightness, chroma, hue = COLOUR.fullmatch(text.strip()).groups()
    return float(lightness), float(chroma), float(hue)


def note_colours(theme: str) -> dict[str, dict[str, Oklch]]:
    """Paper, tab, ink and the letter's ink of each note colour, as `[data-colour]` makes them."""
    knobs = worn(theme)
    return {name: note(knobs, theme, rule) for name, rule in RULE_OF_COLOUR.findall(TOKENS)}


def note(knobs: dict[str, str], theme: str, rule: str) -> dict[str, Oklch]:
    own = dict(PROPERTY.findall(rule if rule.rstrip().endswith(";") else rule + ";"))

    def number(name: str) -> float:
        value = own.get(name) or knobs[name]
        known = re.fullmatch(r"var\(--([\w-]+)\)", value)
        return float(knobs[known[1]] if known else value)

    lightness, chroma, hue = number("note-l") + number("dl"), number("kc"), number("h")
    ink_l = number("ink-l") if "ink-l" in own else number("note-ink-l")
    ink = (ink_l, number("note-ink-c") * chroma, hue)
    return {
        "paper": (lightness, number("note-c") * chroma, hue),
        "tab": (lightness + number("note-tab"), number("note-c") * chroma * 1.12, hue),
        "ink": ink,
        "letter": (1.0, 0.0, 0.0) if theme == "contrast" else ink,
    }


def contrast(one: Oklch, other: Oklch) -> float:
    """As WCAG 2 counts it: 1 is the same colour, 21 is black on white."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: Oklch) -> float:
    red, green, blue = (min(max(part, 0), 1) for part in linear(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def linear(colour: Oklch) -> tuple[float, float, float]:
    """Linear sRGB of an OKLCH colour, by Björn Ottosson's matrices."""
    lightness, chroma, hue = colour
    a, b = chroma * math.cos(math.radians(hue)), chroma * math.sin(math.radians(hue))
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )
