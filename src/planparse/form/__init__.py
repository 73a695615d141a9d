"""Tables → rows with names: header, headings, joined rows, timelines, and the plan that they make."""

from planparse.form.assemble import assemble
from planparse.form.reader import Reading, read_blocks

__all__ = ["Reading", "assemble", "read_blocks"]
