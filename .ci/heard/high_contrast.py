"""Stands in for a desktop's settings portal, and reports a preference for high contrast."""

from gi.repository import Gio, GLib

_NAMESPACE, _KEY = "org.freedesktop.appearance", "contrast"
_HIGH = 1
_INTERFACE = """
<node><interface name="org.freedesktop.portal.Settings">
  <method name="Read">
    <arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="v" direction="out"/>
  </method>
  <method name="ReadOne">
    <arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="v" direction="out"/>
  </method>
  <method name="ReadAll"><arg type="as" direction="in"/><arg type="a{sa{sv}}" direction="out"/></method>
  <property name="version" type="u" access="read"/>
</interface></node>
"""


def answer(*call: object) -> None:
    """Answer a call on the portal."""
    *_, method, arguments, invocation = call
    contrast = GLib.Variant("u", _HIGH)
    if method == "ReadAll":
        invocation.return_value(GLib.Variant("(a{sa{sv}})", ({_NAMESPACE: {_KEY: contrast}},)))
    elif arguments.unpack() == (_NAMESPACE, _KEY):
        inner = contrast if method == "ReadOne" else GLib.Variant("v", contrast)
        invocation.return_value(GLib.Variant("(v)", (inner,)))
    else:
        invocation.return_dbus_error("org.freedesktop.portal.Error.NotFound", "not set")


def version(*_call: object) -> GLib.Variant:
    """Return the version of the portal."""
    return GLib.Variant("u", 2)


def on_bus(bus: Gio.DBusConnection, _name: str) -> None:
    """Offer the portal on a bus."""
    [interface] = Gio.DBusNodeInfo.new_for_xml(_INTERFACE).interfaces
    bus.register_object("/org/freedesktop/portal/desktop", interface, answer, version, None)


Gio.bus_own_name(Gio.BusType.SESSION, "org.freedesktop.portal.Desktop", Gio.BusNameOwnerFlags.NONE, on_bus)
GLib.MainLoop().run()
