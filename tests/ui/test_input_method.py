import pytest

from dutydesk.ui.input_method import InputState, Machine, plan_input, prepare_input

WHEEL = ("libibusplatforminputcontextplugin.so", "libcomposeplatforminputcontextplugin.so")
FCITX = {"QT_IM_MODULES": "wayland;fcitx;ibus", "QT_IM_MODULE": "ibus", "IBUS_USE_PORTAL": "1"}


def plan(environment, *, platform="linux", plugins=WHEEL, daemon=False, portal=False):
    return plan_input(Machine(platform, environment, plugins, daemon, lambda: portal))


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_other_systems_are_left_alone(platform):
    made = plan({"QT_IM_MODULE": "fcitx"}, platform=platform)
    assert (made.state, dict(made.changes)) == (InputState.NOT_LINUX, {})


def test_a_user_who_says_keep_is_left_alone():
    made = plan({"DUTYDESK_INPUT_METHOD": "keep", "QT_IM_MODULE": "fcitx"}, portal=True)
    assert (made.state, dict(made.changes)) == (InputState.USER_SET, {})


def test_a_module_named_by_the_user_for_this_program_is_taken():
    made = plan({"DUTYDESK_INPUT_METHOD": "compose"}, portal=True)
    assert dict(made.changes) == {"QT_IM_MODULE": "compose"}


@pytest.mark.parametrize("module", ["compose", "qtvirtualkeyboard", "maliit"])
def test_another_module_set_by_the_user_is_never_overridden(module):
    made = plan({"QT_IM_MODULE": module, "XMODIFIERS": "@im=fcitx"}, portal=True)
    assert (made.state, dict(made.changes)) == (InputState.USER_SET, {})


def test_a_bundle_with_its_own_fcitx_plug_in_keeps_the_desktop_setting():
    plugins = (*WHEEL, "libfcitx5platforminputcontextplugin.so")
    made = plan({"QT_IM_MODULE": "fcitx"}, plugins=plugins, portal=True)
    assert (made.state, dict(made.changes)) == (InputState.OWN_PLUGIN, {})


@pytest.mark.parametrize(
    "environment",
    [
        {"QT_IM_MODULE": "fcitx"},
        {"QT_IM_MODULE": "fcitx5"},
        {"QT_IM_MODULES": "wayland;fcitx"},
        {"XMODIFIERS": "@im=fcitx"},
        {"GTK_IM_MODULE": "fcitx"},
    ],
)
@pytest.mark.parametrize("portal", [True, None])
def test_fcitx_without_a_plug_in_is_reached_by_the_portal(environment, portal):
    made = plan(environment, portal=portal)
    assert (made.state, dict(made.changes)) == (InputState.FCITX_BY_PORTAL, FCITX)


def test_fcitx_4_has_no_portal_and_falls_back_to_ibus_where_there_is_one():
    made = plan({"QT_IM_MODULE": "fcitx"}, daemon=True, portal=False)
    assert (made.state, dict(made.changes)) == (InputState.IBUS, {"QT_IM_MODULE": "ibus"})


def test_fcitx_4_alone_is_told_to_the_officer():
    made = plan({"QT_IM_MODULE": "fcitx"}, portal=False)
    assert (made.state, dict(made.changes)) == (InputState.MISSING, {})


def test_a_real_ibus_desktop_is_left_alone():
    made = plan({"QT_IM_MODULE": "ibus"}, daemon=True, portal=True)
    assert (made.state, dict(made.changes)) == (InputState.IBUS, {})


def test_an_unset_environment_uses_the_portal_first():
    made = plan({}, daemon=True, portal=True)
    assert dict(made.changes) == {"QT_IM_MODULE": "ibus", "IBUS_USE_PORTAL": "1"}


def test_a_portal_variable_set_by_the_user_stays():
    made = plan({"IBUS_USE_PORTAL": "0"}, portal=True)
    assert dict(made.changes) == {"QT_IM_MODULE": "ibus"}


def test_an_unset_environment_uses_ibus_where_its_program_lies():
    made = plan({}, daemon=True)
    assert (made.state, dict(made.changes)) == (InputState.IBUS, {"QT_IM_MODULE": "ibus"})


def test_wayland_without_any_name_is_left_to_the_desktop():
    made = plan({"WAYLAND_DISPLAY": "wayland-0"})
    assert (made.state, dict(made.changes)) == (InputState.WAYLAND, {})


@pytest.mark.parametrize("portal", [False, None])
def test_a_desktop_with_nothing_is_told_to_the_officer(portal):
    assert plan({}, portal=portal).state is InputState.MISSING


def test_the_bus_is_asked_only_when_the_answer_matters():
    def never():
        raise AssertionError

    plan_input(Machine("win32", {}, WHEEL, False, never))
    plan_input(Machine("linux", {"DUTYDESK_INPUT_METHOD": "keep"}, WHEEL, False, never))
    plan_input(Machine("linux", {"QT_IM_MODULE": "ibus"}, WHEEL, True, never))


def test_preparing_writes_the_plan_into_the_environment(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    environment = {"QT_IM_MODULE": "fcitx", "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere"}
    made = prepare_input(environment, "linux", tmp_path / "none")
    assert made.state is InputState.FCITX_BY_PORTAL
    assert environment["IBUS_USE_PORTAL"] == "1"
