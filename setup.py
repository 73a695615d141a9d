"""The one module in C, which a build goes without where there is no compiler; all else about the project is in pyproject.toml."""

from __future__ import annotations

from setuptools import Extension, setup

CALLS = Extension(
    "planparse.readers.pdf._calls",
    ["src/planparse/readers/pdf/_calls.c"],
    py_limited_api=True,  # one build for Python 3.11 and all that come after
    optional=True,
)

setup(ext_modules=[CALLS], options={"bdist_wheel": {"py_limited_api": "cp311"}})
