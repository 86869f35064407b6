"""The forms of a page, as a browser without script would send them."""

from html.parser import HTMLParser


def form_in(page: str, op: str) -> dict[str, str]:
    """The fields of the first form of the page that asks for that op."""
    return next(iter(forms_in(page, op)))


def forms_in(page: str, op: str) -> list[dict[str, str]]:
    """Of all forms that ask for it."""
    reader = Forms()
    reader.feed(page)
    return [form for form in reader.forms if form.get("op") == op]


def form_to(page: str, address: str) -> dict[str, str]:
    """The fields of the first form of the page that is sent there."""
    reader = Forms()
    reader.feed(page)
    return reader.forms[reader.addresses.index(address)]


def has_form(page: str, op: str) -> bool:
    return bool(forms_in(page, op))


class Forms(HTMLParser):
    """Inputs by name; of a choice its first, or the one that is chosen."""

    def __init__(self):
        super().__init__()
        self.forms: list[dict[str, str]] = []
        self.addresses: list[str] = []
        self.select = None

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if tag == "form":
            self.forms.append({})
            self.addresses.append(given.get("action", ""))
        elif tag == "input" and "name" in given and self.forms:
            self.forms[-1][given["name"]] = given.get("value", "")
        elif tag == "select":
            self.select = given.get("name")
        elif tag == "option" and self.select and self.forms:
            first = self.forms[-1].setdefault(self.select, given["value"])
            self.forms[-1][self.select] = given["value"] if "selected" in given else first

    def handle_endtag(self, tag):
        if tag == "select":
            self.select = None
