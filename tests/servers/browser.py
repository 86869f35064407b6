"""Real browsers: one Chromium for each worker, a context of its own for everyone in a test."""

import os
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, expect, sync_playwright

from tests.servers.programs import on_path

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
    "--host-resolver-rules=MAP sanggar.test 127.0.0.1",
]
DEVICES = {
    "phone": {
        "viewport": {"width": 360, "height": 740},
        "device_scale_factor": 2,
        "is_mobile": True,
        "has_touch": True,
    },
    "laptop": {"viewport": {"width": 1366, "height": 768}},
    "wall": {"viewport": {"width": 1920, "height": 1080}},
}

PATIENCE = 20_000  # ms for what must come to be; a machine may have much else to do


@pytest.fixture(scope="session")
def chromium(require) -> str:
    names = ["chromium-headless-shell", "chromium", "google-chrome", "google-chrome-stable"]
    return str(require(os.environ.get("TEST_CHROMIUM") or on_path(names), "Chromium"))


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium, args=FLAGS, timeout=3 * PATIENCE
        )
        yield browser
        browser.close()


@pytest.fixture
def device(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Gives somebody a device: `ada = device("phone", language="id")` is a page in a context of
    its own, so nobody shares cookies. More options are those of Playwright's new_context.

    An error in a script, or something the content security policy had to stop, fails the test.
    """
    contexts, faults = [], []

    def device(kind: str = "laptop", *, language: str = "id", **options) -> Page:
        locale = {"id": "id-ID", "en": "en-GB"}[language]
        context = browser.new_context(**DEVICES[kind] | {"locale": locale} | options)
        context.set_default_timeout(PATIENCE)
        context.on("weberror", lambda fault: faults.append(str(fault.error)))
        context.on("console", lambda message: faults.extend(stopped_by_policy(message)))
        contexts.append(context)
        return context.new_page()

    yield device
    for context in contexts:
        context.close()
    assert not faults


def stopped_by_policy(message: ConsoleMessage) -> list[str]:
    policies = ("Content Security Policy", "TrustedHTML", "TrustedScript", "Trusted Type")
    return [message.text] if any(policy in message.text for policy in policies) else []
