"""How plans label the sums that they carry over the end of a page."""

from __future__ import annotations

import re

_SUM = "(?:รวม|ยอด|เงิน|ทั้งสิ้น|ทั้งหมด)"
# the sum of a page (หน้าที่ alone is a duty), or one that is carried over its end
PAGE_SUM = (
    rf"(?:{_SUM}*\s*ยก(?:ยอด)?(?:ไป|มา)|{_SUM}+\s*(?:ใน)?หน้า(?:นี้|ที่\s*[\d๐-๙]+))"
    r"(?:\s*(?:จาก|ไป)?หน้า\S*)?"
)
_PAGE_SUM = re.compile(rf"\s*{PAGE_SUM}")


def is_page_sum(label: str) -> bool:
    """Whether a label says that its row sums up a page, or what stands on those before.

    >>> is_page_sum("รวมหน้านี้"), is_page_sum("ยอดยกมาจากหน้า 3"), is_page_sum("รวมทั้งสิ้น"), is_page_sum("รวมหน้าที่รับผิดชอบ")
    (True, True, False, False)
    """
    return _PAGE_SUM.match(label) is not None
