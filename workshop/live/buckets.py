"""How fast one seat may write: 20 ops a second, 80 at once. A shared address costs nobody."""

RATE = 20  # a second
BURST = 80


class Bucket:
    """A token bucket, filled by the time that callers bring along (milliseconds)."""

    def __init__(self, rate: float = RATE, burst: float = BURST):
        self.rate, self.burst = rate, burst
        self.tokens, self.at = burst, 0

    def take(self, now: int) -> bool:
        """Whether one more may pass now."""
        earned = max(0, now - self.at) / 1_000 * self.rate
        self.tokens, self.at = min(self.burst, self.tokens + earned), now
        if self.tokens < 1:
            return False
        self.tokens -= 1
        return True
