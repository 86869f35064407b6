"""What a browser does to send a picture, without one."""

from typing import NamedTuple

from tests.browser import Browser


class Sending(NamedTuple):
    """One picture on its way to one board."""

    phone: Browser
    address: str  # of the board
    id: str
    sent: bytes

    def begin(self, **more) -> dict:
        wish = {"id": self.id, "size": len(self.sent)} | more
        return self.phone.post(f"{self.address}/pictures", json=wish).json

    def append(self, begins: int, ends: int | None = None) -> dict:
        piece = {"data": self.sent[begins:ends], "content_type": "application/octet-stream"}
        asked = f"{self.address}/pictures/{self.id}?at={begins}"
        return self.phone.patch(asked, headers={"Accept": "application/json"}, **piece).json

    def how_far(self) -> dict:
        return self.phone.get(f"{self.address}/pictures/{self.id}").json

    def all(self, piece: int = 64 * 1024) -> dict:
        answer = self.begin()
        for begins in range(0, len(self.sent), piece):
            answer = self.append(begins, begins + piece)
        return answer
