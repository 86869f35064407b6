"""The shell in real browsers: with and without scripts, on a phone and on a laptop."""

from threading import Thread

import pytest
from werkzeug.serving import make_server

from tests.shell import open_shell


@pytest.fixture
def address(tmp_path):
    server = make_server("127.0.0.1", 0, open_shell(tmp_path), threaded=True)
    Thread(target=server.serve_forever).start()
    yield f"http://sanggar.test:{server.port}"
    server.shutdown()


def test_without_scripts_a_language_is_chosen_and_a_code_is_sent(device, address):
    ben = device("phone", language="id", java_script_enabled=False)
    ben.goto(address)
    ben.get_by_role("button", name="English").click()
    assert ben.locator("html").get_attribute("lang") == "en"

    ben.get_by_label("Code").fill("K7PX4M")
    ben.get_by_role("button", name="Continue").click()
    assert ben.url == f"{address}/j?code=K7PX4M"


def test_a_chosen_appearance_is_there_from_the_first_moment_of_the_next_page(device, address):
    ben = device("laptop", language="en", color_scheme="light")
    ben.goto(address)
    ben.get_by_label("Appearance").select_option("dark")
    ground = ben.locator("body").evaluate("body => getComputedStyle(body).backgroundColor")

    with ben.expect_response(address + "/nowhere") as page:
        ben.goto(address + "/nowhere")

    assert 'data-theme="dark"' in page.value.text()
    assert ben.locator("body").evaluate("body => getComputedStyle(body).backgroundColor") == ground
    ben.get_by_label("Appearance").select_option("")
    assert ben.locator("html").get_attribute("data-theme") is None


def test_the_keyboard_comes_to_the_code_in_a_few_steps(device, address):
    ben = device("laptop", language="en")
    ben.goto(address)
    for _ in range(4):
        ben.keyboard.press("Tab")
    assert ben.evaluate("document.activeElement.name") == "code"
    ben.keyboard.type("K7PX4M\n")
    ben.wait_for_url(address + "/j?code=K7PX4M")


def test_scripts_say_sentences_in_the_readers_language(device, address):
    ben = device("phone", language="id")
    ben.goto(address)
    said = ben.evaluate(
        """async () => {
          const { moreWords } = await import("/static/js/lib/words.js")
          const { sentence } = await import("/static/js/lib/refusals.js")
          await moreWords()
          return [sentence({ code: "too_long", limit: 2000 }), sentence({ code: "taken" })]
        }"""
    )
    assert said == [
        "Terlalu panjang: paling banyak 2000 karakter. Silakan dipersingkat.",
        "Ini sudah dipakai.",
    ]


def test_words_that_do_not_arrive_leave_english(device, address):
    ben = device("phone", language="id")
    ben.route("**/words/*", lambda route: route.abort())
    ben.goto(address)
    said = ben.evaluate(
        """async () => {
          const { t, tn, wordsReady } = await import("/static/js/lib/words.js")
          await wordsReady
          return [t("Hello {name} {x}", { name: "Ben" }), tn("One note", "{n} notes", 1),
                  tn("One note", "{n} notes", 0)]
        }"""
    )
    assert said == ["Hello Ben {x}", "One note", "0 notes"]


def test_every_module_is_fetched_once_under_its_version(device, address):
    ben = device("phone", language="id")
    asked = []
    ben.on("request", lambda request: asked.append(request.url.removeprefix(address)))
    ben.goto(address, wait_until="networkidle")
    files = [path for path in asked if path.startswith(("/static", "/words"))]
    assert len(files) == len(set(files))
    assert all("?v=" in path for path in files if path.startswith("/static"))
