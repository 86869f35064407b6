"""The demo, served from a folder of its own, and its people with their devices, for pictures."""

import base64
import re
import subprocess
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, expect, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
HOST = "sanggar.local"  # as it may be called in a training room
PHONE = {"viewport": {"width": 360, "height": 740}, "is_mobile": True, "has_touch": True}
LAPTOP = {"viewport": {"width": 1366, "height": 768}}
WALL = {"viewport": {"width": 1920, "height": 1080}}
# A browser can do what else would need a library: write WebP.
WEBP = """async ([png, widest]) => {
  const answer = await fetch(`data:image/png;base64,${png}`)
  const picture = await createImageBitmap(await answer.blob())
  const scale = Math.min(1, widest / picture.width)
  const canvas = document.createElement("canvas")
  canvas.width = picture.width * scale
  canvas.height = picture.height * scale
  const pen = canvas.getContext("2d")
  pen.imageSmoothingQuality = "high"
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height)
  return canvas.toDataURL("image/webp", 0.9).split(",")[1]
}"""


@contextmanager
def demo():
    """Serves the demo from a folder of its own; what it prints are the ways in."""
    with tempfile.TemporaryDirectory() as folder:
        command = [ROOT / "bin/run", "--demo", "--data", Path(folder) / "data"]
        server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        try:
            yield read_links(server.stdout)
        finally:
            server.terminate()
            server.wait()


def read_links(lines) -> dict[str, str]:
    links = {}
    for line in lines:
        if found := re.match(r"\s+(Desk|Screen|Joining)\s+http://[^:]+:(\d+)(/\S+)", line):
            name, port, path = found.groups()
            links |= {"Site": f"http://{HOST}:{port}", name: f"http://{HOST}:{port}{path}"}
        if "Joining" in links:
            return links
    raise SystemExit("The demo did not say where it is.")


@contextmanager
def browser():
    program = subprocess.check_output([ROOT / "bin/chromium"], text=True).strip()
    flags = ["--no-sandbox", f"--host-resolver-rules=MAP {HOST} 127.0.0.1"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=flags)
        yield browser
        browser.close()


class Studio:
    """The people of the demo with their devices."""

    def __init__(self, browser: Browser, links: dict[str, str]):
        self.browser, self.links = browser, links

    def see(self, address: str, device: dict, **more) -> Page:
        page = self.browser.new_context(locale="id-ID", **device, **more).new_page()
        page.goto(address, wait_until="networkidle")
        return page

    def lead(self) -> Page:
        """The facilitator's desk."""
        desk = self.see(self.links["Desk"], LAPTOP)
        desk.get_by_role("button", name="Masuk").click()
        desk.wait_for_url("**/desk")
        desk.wait_for_selector(".keys:not([hidden])")
        return desk

    def go_to(self, desk: Page, step: str, phase: int) -> None:
        desk.get_by_role("link", name=step).click()
        desk.get_by_role("dialog").get_by_role("button", name="Pindah ke sini").nth(phase).click()
        expect(desk.locator("[data-part=title]")).to_have_text(step)

    def come_in(self, desk: Page, *teams: str) -> list[Page]:
        """The people of these teams, each by the re-entry code that the facilitator reads out."""
        page = desk.context.new_page()
        page.goto(desk.url.replace("/desk", "/manage"))
        for team in teams:
            for one in page.locator(".people__team", has_text=team).get_by_role("checkbox").all():
                one.check()
        page.get_by_role("button", name="Tampilkan kode kembali").click()
        codes = page.locator(".spoken dd").all_inner_texts()
        page.close()
        return [self.come_back(code) for code in codes]

    def come_back(self, code: str) -> Page:
        phone = self.see(self.links["Joining"] + "/again", PHONE, device_scale_factor=2)
        phone.get_by_label("Kode kembali Anda").fill(code)
        phone.get_by_role("button", name="Kembali").click()
        phone.wait_for_url("**/w/*")
        return phone

    def sit_at_a_laptop(self, phone: Page) -> Page:
        """The same person in front of a larger screen."""
        return self.see(phone.url, LAPTOP, storage_state=phone.context.storage_state())

    def take(self, file: Path, page: Page, width: float | None = None) -> None:
        """A picture of what is seen, at most so many pixels wide."""
        width = width or max(720, page.viewport_size["width"] * 0.72)
        page.wait_for_load_state("networkidle")
        time.sleep(2)  # a picture has no state to wait for: counts come once a second
        png = base64.b64encode(page.screenshot()).decode()
        blank = self.browser.new_page()
        webp = blank.evaluate(WEBP, [png, width])
        blank.close()
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(base64.b64decode(webp))
        print(f"{file.relative_to(ROOT)}  {file.stat().st_size // 1024} KB")
