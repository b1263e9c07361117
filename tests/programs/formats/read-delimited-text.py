"""Reads CSV files as QGIS's delimited-text provider does, with type detection: python3 read-delimited-text.py FILE DELIMITER …; prints JSON."""

import json
import sys
from urllib.parse import quote

from qgis.core import QgsApplication, QgsVectorLayer

application = QgsApplication([], False)
application.initQgis()
read = []
for file, delimiter in zip(sys.argv[1::2], sys.argv[2::2]):
    address = f"file://{quote(file)}?type=csv&delimiter={delimiter}&detectTypes=yes&geomType=none"
    layer = QgsVectorLayer(address, "table", "delimitedtext")
    fields = {field.name(): field.typeName() for field in layer.fields()}
    names = list(fields)
    rows = [[None if value is None or str(value) == "NULL" else str(value) for value in feature.attributes()] for feature in layer.getFeatures()]
    read.append({"valid": layer.isValid(), "fields": fields, "names": names, "rows": rows[:5], "count": len(rows)})
    layer = None
print(json.dumps(read))
application.exitQgis()
