"""Cleaning what was sent, beside this process: nobody's note waits for a photo."""

import subprocess
import sys
from pathlib import Path
from threading import BoundedSemaphore

from workshop.boards.pictures import Made
from workshop.refusals import Later, Refused

CLEANER = [sys.executable, "-I", str(Path(__file__).with_name("cleaner.py"))]
AT_ONCE = BoundedSemaphore(2)  # the others wait their turn; a picture takes half a second
PATIENCE = 30  # seconds
REFUSALS = {3: "no_picture", 4: "too_many_pixels"}


def clean(sent: bytes) -> Made:
    """Refuses `no_picture` and `too_many_pixels`; puts off where the machine cannot now."""
    with AT_ONCE:
        try:
            done = subprocess.run(CLEANER, input=sent, capture_output=True, timeout=PATIENCE)
        except (subprocess.TimeoutExpired, OSError):  # its own time is up long before ours
            raise Later("busy", after=2_000) from None
    if done.returncode:
        raise Refused(REFUSALS.get(done.returncode, "no_picture"))
    head, _, files = done.stdout.partition(b"\n")
    width, height, size = map(int, head.split())
    return Made(width, height, files[:size], files[size:])
