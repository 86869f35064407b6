"""What one process tells the others, by Redis or Valkey: at once, or not at all.

Nobody waits for it. Whatever is lost on the way, the other processes find in the heads.
"""

import logging
from collections.abc import Iterator
from contextlib import suppress
from queue import Empty, Full, Queue
from threading import Thread
from time import sleep

from redis import Redis, RedisError
from redis.backoff import NoBackoff
from redis.retry import Retry
from socketio import PubSubManager

log = logging.getLogger(__name__)

CHANNEL = "sanggar"
MOST = 200  # frames that wait while it is slow
PATIENCE = 2  # seconds for one frame
PAUSE = 1  # seconds before it is tried again


class Relay(PubSubManager):
    """Rooms that reach over processes, as Flask-SocketIO wants its message queue."""

    name = "relay"

    def __init__(self, url: str):
        super().__init__(channel=CHANNEL)
        once_more = {"socket_connect_timeout": PATIENCE, "retry": Retry(NoBackoff(), 1)}
        self.telling = Redis.from_url(url, socket_timeout=PATIENCE, **once_more)
        self.hearing = Redis.from_url(url, socket_timeout=None, socket_keepalive=True, **once_more)
        self.waiting: Queue[dict] = Queue(MOST)
        Thread(target=self.keep_telling, daemon=True).start()

    def _publish(self, data: dict) -> None:
        try:
            self.waiting.put_nowait(data)
        except Full:
            self.forget()

    def forget(self) -> None:
        """What waited this long is known from the heads by now."""
        with suppress(Empty):
            while True:
                self.waiting.get_nowait()

    def keep_telling(self) -> None:
        while True:
            frame = self.waiting.get()
            try:
                self.telling.publish(self.channel, self.json.dumps(frame))
            except Exception as fault:  # whatever it was, the next may be told again
                log.warning("other processes cannot be told: %s", fault)
                sleep(PAUSE)
                self.forget()

    def _listen(self) -> Iterator[bytes]:
        while True:
            try:
                with self.hearing.pubsub(ignore_subscribe_messages=True) as subscribed:
                    subscribed.subscribe(self.channel)
                    yield from (message["data"] for message in subscribed.listen())
            except RedisError as fault:
                log.warning("other processes cannot be heard: %s", fault)
                sleep(PAUSE)
