import shutil
import socket
import subprocess

import pytest

from dutydesk.ui.session_bus import name_has_owner


@pytest.fixture
def bus():
    if shutil.which("dbus-daemon") is None:
        pytest.skip("no dbus-daemon: install the package dbus to run this test")
    daemon = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address=1"],
        stdout=subprocess.PIPE,
        text=True,
    )
    yield daemon.stdout.readline().strip()
    daemon.kill()
    daemon.stdout.close()
    daemon.wait()


def test_a_real_bus_says_who_is_there(bus):
    assert name_has_owner(bus, "org.freedesktop.DBus", 2) is True
    assert name_has_owner(bus, "org.freedesktop.portal.IBus", 2) is False


def test_a_bus_that_never_answers_is_given_up(tmp_path):
    place = str(tmp_path / "bus")
    with socket.socket(socket.AF_UNIX) as mute:
        mute.bind(place)
        mute.listen()
        assert name_has_owner(f"unix:path={place}", "x.y", 0.05) is None


@pytest.mark.parametrize("address", ["", "tcp:host=localhost", "unix:path=/nowhere/bus", "???"])
def test_no_bus_is_no_answer(address):
    assert name_has_owner(address, "x.y", 0.05) is None
