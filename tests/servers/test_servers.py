"""The servers and browsers that other tests stand on are real."""

import psycopg
import redis


def test_postgres_gives_each_test_an_empty_database(postgres_database):
    with psycopg.connect(postgres_database.replace("+psycopg", "")) as connection:
        tables = connection.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'")
        assert tables.fetchone() == (0,)
        assert connection.info.server_version >= 140_000


def test_valkey_comes_back_on_its_port(valkey):
    valkey.kill()
    valkey.start()

    assert redis.Redis.from_url(valkey.url).ping()


def test_two_devices_share_nothing(device):
    ada, ben = device("phone"), device("laptop", language="en")
    for page in (ada, ben):
        page.set_content('<meta name="viewport" content="width=device-width">')

    assert [page.evaluate("innerWidth") for page in (ada, ben)] == [360, 1366]
    assert [page.evaluate("navigator.language") for page in (ada, ben)] == ["id-ID", "en-GB"]
    assert ada.context is not ben.context
