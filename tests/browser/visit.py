"""The page opened in Chromium, with all that it says and asks for written down, and its pictures kept."""

import os
from pathlib import Path

DESK = {"width": 1440, "height": 900}
PHONE = {"width": 390, "height": 844}
PICTURES = Path(os.environ.get("READOUT_PICTURES", "out/pictures"))


class Visit:
    def __init__(self, browser, file: Path, size: dict[str, int], **options: object) -> None:
        phone = {"has_touch": True, "device_scale_factor": 2} if size == PHONE else {}
        self.context = browser.new_context(viewport=size, **phone, **options)
        self.page = self.context.new_page()
        self.phone = size == PHONE
        self.errors: list[str] = []
        self.requests: list[str] = []
        self.page.on("console", lambda message: self.errors.append(message.text))
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.goto(file.as_uri())

    def highlighted(self) -> str:
        return self.page.evaluate(
            "Array.from(document.querySelectorAll('.report.open .hit'), piece => piece.textContent).join('')"
        )

    def seen(self, selector: str) -> bool:
        """Whether the first such element lies within the window."""
        return self.page.evaluate(
            """selector => {
                const box = document.querySelector(selector).getBoundingClientRect();
                return box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
            }""",
            selector,
        )

    def put_away(self) -> None:
        """On a phone the sheet lies over the page."""
        if self.phone:
            self.page.keyboard.press("Escape")

    def picture(self, name: str, *, whole: bool = False) -> None:
        """Keeps a picture of the page as it is."""
        PICTURES.mkdir(parents=True, exist_ok=True)
        size = "phone" if self.phone else "desk"
        self.page.screenshot(path=PICTURES / f"{name}-{size}.png", full_page=whole)
