"""The filing tables in the order of the workbook, as a written list; what describes them all comes last."""

from collections.abc import Mapping

from xuke.tables.layout import Table
from xuke.tables.layouts.before_after import BEFORE_AFTER
from xuke.tables.layouts.changes import CHANGES
from xuke.tables.layouts.delegations import DELEGATIONS
from xuke.tables.layouts.hall import HALL
from xuke.tables.layouts.intermediaries import INTERMEDIARIES
from xuke.tables.layouts.items import ITEMS
from xuke.tables.layouts.memoranda import MEMORANDA
from xuke.tables.layouts.notes import NOTES
from xuke.tables.layouts.powers import POWERS
from xuke.tables.layouts.progress import PROGRESS
from xuke.tables.layouts.reductions import REDUCTIONS
from xuke.tables.layouts.regimes import REGIMES
from xuke.tables.layouts.responsibilities import RESPONSIBILITIES
from xuke.tables.layouts.retained import RETAINED
from xuke.tables.layouts.seals import SEALS
from xuke.tables.layouts.special_procedures import SPECIAL_PROCEDURES
from xuke.tables.layouts.staffing import STAFFING
from xuke.tables.layouts.statistics import STATISTICS
from xuke.tables.layouts.supervision import SUPERVISION
from xuke.tables.layouts.transfers import TRANSFERS

ALL = (
    ITEMS,
    TRANSFERS,
    RETAINED,
    BEFORE_AFTER,
    CHANGES,
    SUPERVISION,
    RESPONSIBILITIES,
    POWERS,
    STAFFING,
    REDUCTIONS,
    STATISTICS,
    HALL,
    DELEGATIONS,
    SPECIAL_PROCEDURES,
    INTERMEDIARIES,
    MEMORANDA,
    SEALS,
    REGIMES,
    PROGRESS,
    NOTES,
)

TABLES: Mapping[str, Table] = {table.id: table for table in ALL}
