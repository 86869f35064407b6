"""The serving process. It alone patches the standard library, and it does so first."""

from gevent import monkey

monkey.patch_all()

import logging  # noqa: E402
import signal  # noqa: E402
import socket  # noqa: E402
import sys  # noqa: E402

import gevent  # noqa: E402
from flask import Flask  # noqa: E402
from gevent.pywsgi import WSGIServer  # noqa: E402

from workshop import create_app, keeping, lanes, welcome  # noqa: E402
from workshop.accounts import passwords  # noqa: E402
from workshop.boards import suggestions  # noqa: E402
from workshop.live import hub, transport  # noqa: E402
from workshop.logs import start_logging  # noqa: E402
from workshop.migrating import migrate  # noqa: E402
from workshop.owning import keep_port, own  # noqa: E402
from workshop.settings import Settings  # noqa: E402

log = logging.getLogger(__name__)

TRIES = 10  # ports after the one that is busy
DRAIN = 5  # seconds that waiting ops get when the process ends


def serve(settings: Settings, demo: bool = False, browser: bool = False) -> None:
    """Serves until it is asked to end. Says where, and how the first facilitator gets in."""
    start_logging(settings.log_level)
    with own(settings):
        migrate(settings)
        transport.cap()
        app = create_app(settings)
        if demo:
            welcome.load_demo(app)
        lanes.put_between(app.extensions["database"])
        passwords.elsewhere = lanes.apart(2)
        suggestions.elsewhere = lanes.apart(1)
        keeping.start(app)
        server = listen(app, settings)
        keep_port(settings, server.server_port)
        welcome.say(app, server.server_port, demo=demo, browser=browser)
        gevent.signal_handler(signal.SIGTERM, gevent.spawn, end, app, server)
        gevent.signal_handler(signal.SIGINT, gevent.spawn, end, app, server)
        server.serve_forever()


def listen(app: Flask, settings: Settings) -> WSGIServer:
    listener = bind(settings.host, settings.port)
    server = WSGIServer(listener, app, log=None, error_log=log, handler_class=transport.Handler)
    server.start()
    return server


def bind(host: str, port: int) -> socket.socket:
    """A listener on that port, or on the next that is free; small frames leave at once."""
    for candidate in range(port, port + TRIES + 1):
        try:
            listener = listener_on(host, candidate)
        except OSError as fault:
            if not port or candidate == port + TRIES:
                sys.exit(f"No port from {port} to {candidate} is free on {host}: {fault.strerror}.")
            print(f"Port {candidate} is busy; trying the next one.")
        else:
            return listener
    raise AssertionError("the last try either listens or ends")


def listener_on(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        listener.bind((host, port))
        listener.listen(1_024)
    except OSError:
        listener.close()
        raise
    listener.setblocking(False)
    return listener


def end(app: Flask, server: WSGIServer) -> None:
    """No new work; browsers are told; what waits is answered; then the process ends."""
    clerks = app.extensions["clerks"]
    server.stop_accepting()
    clerks.closing = True
    with app.app_context():
        hub.send_here("going", {})
    with gevent.Timeout(DRAIN, False):
        while clerks.waiting():
            gevent.sleep(0.05)
    gevent.sleep(0.2)  # the last answers leave
    server.stop(timeout=1)
