"""The one module in C, which a build goes without where there is no compiler; all else about the project is in pyproject.toml."""

from __future__ import annotations

import sysconfig

from setuptools import Extension, setup

LIMITED = not sysconfig.get_config_var("Py_GIL_DISABLED")  # Python without its lock has no limited interface yet
CALLS = Extension(
    "planparse.readers.pdf._calls",
    ["src/planparse/readers/pdf/_calls.c"],
    py_limited_api=LIMITED,  # one build for Python 3.11 and all that come after
    optional=True,
)

setup(ext_modules=[CALLS], options={"bdist_wheel": {"py_limited_api": "cp311"}} if LIMITED else {})
