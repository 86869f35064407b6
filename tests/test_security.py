import re

import pytest
from flask import flash, request

from tests.shell import open_shell
from workshop.addresses import local_path
from workshop.security import behind_proxies, prove


@pytest.fixture
def app(tmp_path):
    return with_a_form(open_shell(tmp_path))


def with_a_form(app):
    @app.route("/form", methods=["GET", "POST", "PUT", "PATCH", "DELETE"])
    def form():
        return request.remote_addr or ""

    return app


@pytest.fixture
def plain(app):
    """A client that proves nothing by itself."""
    from flask.testing import FlaskClient

    return FlaskClient(app, app.response_class)


@pytest.fixture
def proof(app, plain):
    plain.set_cookie("browser", "ben")
    with app.app_context():
        return f"salt.{prove('ben', 'salt')}"


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_a_form_without_a_token_is_refused(plain, method):
    assert plain.open("/form", method=method).status_code == 403


@pytest.mark.parametrize(
    "token", ["", "salt", "salt.", ".", "salt.0123", "other.{good}", "\u00e9.\u00e9"]
)
def test_a_wrong_token_is_refused(plain, proof, token):
    token = token.replace("{good}", proof.partition(".")[2])
    assert plain.post("/form", data={"csrf_token": token}).status_code == 403


def test_another_browsers_token_is_refused(plain, proof):
    plain.set_cookie("browser", "olga")
    assert plain.post("/form", data={"csrf_token": proof}).status_code == 403


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://localhost.evil.example"},
        {"Origin": "http://localhost:81"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_a_form_from_elsewhere_is_refused_even_with_the_token(plain, proof, headers):
    answer = plain.post("/form", data={"csrf_token": proof}, headers=headers)
    assert answer.status_code == 403


@pytest.mark.parametrize(
    "headers",
    [{}, {"Origin": "http://localhost"}, {"Sec-Fetch-Site": "same-origin"}],
)
def test_our_own_form_is_taken(plain, proof, headers):
    assert plain.post("/form", data={"csrf_token": proof}, headers=headers).status_code == 200


def test_a_script_proves_itself_by_header(plain, proof):
    answer = plain.post("/form", json={}, headers={"X-CSRF-Token": proof})
    assert answer.status_code == 200


def test_the_token_in_a_page_is_good_for_that_browser_and_looks_new_each_time(plain):
    first, second = (
        re.search(r'name="csrf_token" value="([^"]+)"', plain.get("/").text)[1] for _ in "12"
    )
    assert first != second
    assert plain.post("/form", data={"csrf_token": first}).status_code == 200
    assert plain.post("/form", data={"csrf_token": second}).status_code == 200


def test_a_form_is_known_under_the_public_address_too(tmp_path):
    app = with_a_form(open_shell(tmp_path, address="https://sanggar.example"))
    answer = app.test_client().post("/form", headers={"Origin": "https://sanggar.example"})
    assert answer.status_code == 200


def test_a_host_that_is_none_is_refused(plain):
    assert plain.get("/form", headers={"Host": "a;b"}).status_code == 400
    refused = plain.get("/form", headers={"Host": "a b; script-src *"})
    assert refused.status_code == 400
    assert "script-src *" not in refused.headers["Content-Security-Policy"]


def test_pages_run_only_scripts_with_the_nonce_of_this_answer(plain):
    first, second = plain.get("/"), plain.get("/")
    nonces = [re.search(r"'nonce-([^']+)'", page.headers["Content-Security-Policy"])[1]
              for page in (first, second)]  # fmt: skip
    assert nonces[0] != nonces[1]
    scripts = re.findall(r"<script[^>]*>", first.text)
    assert scripts and all(f'nonce="{nonces[0]}"' in script for script in scripts)


def test_pages_carry_what_makes_browsers_defend_the_reader(plain):
    headers = plain.get("/", headers={"Host": "sanggar.test:8000"}).headers
    policy = headers["Content-Security-Policy"]
    for rule in (
        "default-src 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
        "frame-ancestors 'none'",
        "connect-src 'self' ws://sanggar.test:8000 wss://sanggar.test:8000",
    ):
        assert rule in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["X-Robots-Tag"] == "noindex, nofollow"
    assert headers["Cache-Control"] == "private, no-cache"


def test_what_browsers_heed_over_https_alone_is_not_sent_over_http(plain):
    names = {"Cross-Origin-Opener-Policy", "Strict-Transport-Security"}
    assert not names & set(plain.get("/").headers.keys())
    assert names <= set(plain.get("/", base_url="https://localhost").headers.keys())


def test_no_page_has_a_script_or_a_handler_of_its_own(app):
    loader = app.jinja_env.loader
    for name in loader.list_templates():
        source = loader.get_source(app.jinja_env, name)[0]
        assert not re.search(r"""\son\w+\s*=\s*["']""", source), name
        assert not re.search(r"<script(?![^>]*nonce=)", source), name
        assert not re.search(r"\|\s*safe\b|\bautoescape\b", source), name


def test_cookies_are_kept_from_scripts_and_from_other_sites(plain):
    cookie = plain.get("/").headers["Set-Cookie"]
    assert cookie.startswith("browser=")
    assert "HttpOnly" in cookie and "SameSite=Lax" in cookie and "Path=/" in cookie


def test_over_https_cookies_are_bound_to_the_host(plain):
    answer = plain.get("/", base_url="https://sanggar.example")
    assert answer.headers["Set-Cookie"].startswith("__Host-browser=")
    assert "Secure" in answer.headers["Set-Cookie"]
    assert "Strict-Transport-Security" in answer.headers


def test_what_the_next_page_says_is_carried_as_strictly(app, plain):
    @app.get("/notice")
    def notice():
        flash("Saved")
        return ""

    cookie = plain.get("/notice", base_url="https://sanggar.example").headers["Set-Cookie"]
    assert "Secure" in cookie and "HttpOnly" in cookie and "SameSite=Lax" in cookie


def test_nobody_may_say_where_he_comes_from_unless_a_proxy_is_expected(plain, app):
    spoofed = {"X-Forwarded-For": "10.9.9.9", "X-Forwarded-Host": "evil.example"}
    assert plain.get("/form", headers=spoofed).text == "127.0.0.1"


def test_so_many_proxies_are_believed_as_are_expected(tmp_path):
    app = with_a_form(open_shell(tmp_path, proxy_hops=1))
    behind_proxies(app, 1)
    spoofed = {"X-Forwarded-For": "10.9.9.9, 10.0.0.7"}
    assert app.test_client().get("/form", headers=spoofed).text == "10.0.0.7"


@pytest.mark.parametrize(
    "wish",
    [None, "", "x", "//evil", "/\\evil", "\\\\evil", "http://evil", "/a\\b", "/a\nb", "/ a", " /a",
     "/\t/evil", "javascript:x"],
)  # fmt: skip
def test_a_form_cannot_send_the_reader_away(wish):
    assert local_path(wish, "/home") == "/home"


@pytest.mark.parametrize("wish", ["/", "/w/K7PX4M?team=t1", "/methods#x", "/a//b"])
def test_a_form_may_send_the_reader_to_our_pages(wish):
    assert local_path(wish) == wish
