"""What a browser says, as it goes over a socket or by HTTP."""


def submit(board: str, wish: dict, op_id: str = "op-of-a-browser") -> dict:
    return {"history": board, "op_id": op_id} | wish


def catch_up(history: str, since: int = 0, mark: str = "") -> dict:
    return {"history": history, "since": since, "mark": mark}
