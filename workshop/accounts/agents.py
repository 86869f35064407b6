"""What people call a browser: "Chrome, Android", so that they know which of theirs it is."""

# The first that is named counts: many claim to be Chrome, and all claim to be Safari.
BROWSERS = {
    "Edg": "Edge",
    "OPR": "Opera",
    "SamsungBrowser": "Samsung Internet",
    "Firefox": "Firefox",
    "FxiOS": "Firefox",
    "CriOS": "Chrome",
    "Chrome": "Chrome",
    "Safari": "Safari",
}
SYSTEMS = {
    "Android": "Android",
    "iPhone": "iPhone",
    "iPad": "iPad",
    "CrOS": "ChromeOS",
    "Windows": "Windows",
    "Mac OS": "macOS",
    "Linux": "Linux",
}


def agent_name(header: str) -> str:
    """Empty where neither is known."""
    return ", ".join(filter(None, (first(BROWSERS, header), first(SYSTEMS, header))))


def first(names: dict[str, str], header: str) -> str | None:
    return next((name for sign, name in names.items() if sign in header), None)
