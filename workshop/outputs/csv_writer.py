"""One table a thing, as CSV files in a ZIP, with headings in the reader's language."""

import zipfile
from io import BytesIO

from sqlalchemy import Connection

from workshop.languages import gettext
from workshop.outputs import cells
from workshop.outputs.gathering import gather
from workshop.outputs.tables import TABLES, Saying, Table
from workshop.saying import moment
from workshop.workshops.register import WorkshopRow


def write(tx: Connection, workshop: WorkshopRow, language: str, at: int) -> bytes:
    whole = gather(tx, workshop, language)
    say = Saying(gettext(language), workshop.timezone)
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as files:
        for table in TABLES:
            entry = zipfile.ZipInfo(f"{table.name}.csv", moment(at, say.timezone).timetuple()[:6])
            content = written(table, list(table.rows(whole)), say)
            files.writestr(entry, content, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def written(table: Table, rows: list, say: Saying) -> bytes:
    headings = map(say.speech, table.columns)
    return cells.table(
        headings, ([tell(row, say) for tell in table.columns.values()] for row in rows)
    )
