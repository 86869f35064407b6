"""What stands in somebody's way on a page, as axe sees it."""

from pathlib import Path

from playwright.sync_api import Page

AXE = (Path(__file__).parent / "vendor/axe-core/axe.min.js").read_text()
OPTIONS = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],  # of what is right, only that it is
}


def complaints(page: Page) -> list[tuple[str, str]]:
    """Each with its first place; the page's context must have been made with `bypass_csp`."""
    page.evaluate(AXE)
    found = page.evaluate("options => axe.run(document, options)", OPTIONS)
    return [(one["id"], one["nodes"][0]["html"][:200]) for one in found["violations"]]
