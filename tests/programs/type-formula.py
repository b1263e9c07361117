"""Types a formula into a new sheet of a workbook, in Finnish LibreOffice with Excel's syntax: python3 type-formula.py FILE FORMULA; prints JSON."""

import json
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.lang import DisposedException

# Finnish names of functions, as in Finnish Excel, and references such as `sheet!A:A` (1: Excel A1).
SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
  <item oor:path="/org.openoffice.Setup/L10N">
    <prop oor:name="ooLocale" oor:op="fuse"><value>fi</value></prop>
    <prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>fi-FI</value></prop>
  </item>
  <item oor:path="/org.openoffice.Office.Calc/Formula/Syntax">
    <prop oor:name="Grammar" oor:op="fuse"><value>1</value></prop>
  </item>
</oor:items>"""
SECONDS = 60


def set_property(name, value):
    property = PropertyValue()
    property.Name, property.Value = name, value
    return property


def connect(pipe):
    resolver = uno.getComponentContext().ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
    end = time.monotonic() + SECONDS
    while True:
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext").ServiceManager
        except NoConnectException:
            if time.monotonic() > end:
                raise
            time.sleep(0.2)


def type_formula(services, file, formula):
    desktop = services.createInstance("com.sun.star.frame.Desktop")
    url = uno.systemPathToFileUrl(os.path.abspath(file))
    document = desktop.loadComponentFromURL(url, "_blank", 0, (set_property("Hidden", True),))
    sheets = [sheet.Name for sheet in document.Sheets]
    document.Sheets.insertNewByName("new", 0)
    cell = document.Sheets.getByName("new").getCellByPosition(0, 0)
    controller = document.CurrentController
    controller.setActiveSheet(document.Sheets.getByName("new"))
    controller.select(cell)
    dispatcher = services.createInstance("com.sun.star.frame.DispatchHelper")
    dispatcher.executeDispatch(controller.Frame, ".uno:EnterString", "", 0, (set_property("StringName", formula),))
    result = {"sheets": sheets, "value": cell.Value, "shown": cell.String, "error": cell.Error}
    document.close(True)
    try:
        desktop.terminate()
    except DisposedException:
        pass
    return result


with tempfile.TemporaryDirectory() as profile:
    user = pathlib.Path(profile, "user")
    user.mkdir()
    (user / "registrymodifications.xcu").write_text(SETTINGS)
    pipe = os.path.basename(profile)
    office = subprocess.Popen(
        [
            "soffice",
            "--headless",
            "--norestore",
            f"-env:UserInstallation={uno.systemPathToFileUrl(profile)}",
            f"--accept=pipe,name={pipe};urp",
        ],
        # The functions' names are those of the language that the environment says.
        env={**os.environ, "LC_ALL": "fi_FI.UTF-8"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        print(json.dumps(type_formula(connect(pipe), *sys.argv[1:3])))
        office.wait(SECONDS)
    finally:
        if office.poll() is None:
            os.killpg(office.pid, signal.SIGKILL)
