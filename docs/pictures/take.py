"""Take the pictures of this folder: the dossier of one example in the system's chromium, at desktop and phone width.

``make screenshots`` runs this. Needs a chromium on the path; the page is written to ``out/``.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

HERE = Path(__file__).parent
PROJECT = HERE.parent.parent
STORY = "examples/ferry-grounding"
PAGE = PROJECT / "out" / "ferry-grounding.html"
# Name, width, height, dark, pixels a point.
VIEWS = (
    ("dossier-desktop", 1280, 1600, False, 1),
    ("dossier-dark", 1280, 900, True, 1),
    ("dossier-phone", 390, 844, False, 2),
)


def main() -> int:
    """Collate the example anew and write one PNG for each view. Returns 1 where there is no chromium."""
    browser_file = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if browser_file is None:
        print("no chromium on the path: no pictures taken", file=sys.stderr)
        return 1
    PAGE.parent.mkdir(exist_ok=True)
    program = Path(sys.executable).with_name("secondsource")
    subprocess.run([program, "collate", "--quiet", STORY, "--out", PAGE], cwd=PROJECT, check=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_file, args=["--no-sandbox"])
        for name, width, height, dark, scale in VIEWS:
            page = browser.new_page(
                viewport={"width": width, "height": height},
                color_scheme="dark" if dark else "light",
                device_scale_factor=scale,
            )
            page.goto(PAGE.as_uri())
            page.screenshot(path=HERE / f"{name}.png")
            page.close()
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
