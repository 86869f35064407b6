"""What an operator does by command: seed, back up, restore, erase, export, let somebody in again.

Each works beside a running server where it can, and says in one sentence where it cannot.
"""
