"""Maps the folders beside the package into the wheel; all else stands in setup.cfg."""

from setuptools import find_packages, setup

setup(
    packages=[
        *find_packages(include=["dutydesk", "dutydesk.*"]),
        "dutydesk.db",
        "dutydesk.resources",
    ],
    package_dir={"dutydesk.db": "db", "dutydesk.resources": "resources"},
)
