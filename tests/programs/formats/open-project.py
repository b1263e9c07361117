"""Opens the project inside a GeoPackage as QGIS does: python3 open-project.py FILE; prints what it holds as JSON."""

import json
import sys

from qgis.core import QgsApplication, QgsProject

file = sys.argv[1]
application = QgsApplication([], False)
application.initQgis()
messages = []
QgsApplication.messageLog().messageReceived.connect(lambda text, tag, level: messages.append(f"{tag}: {text}") if level else None)
project = QgsProject.instance()
opened = project.read(f"geopackage:{file}?projectName=hankekartta")
layers = {}
for layer in project.mapLayers().values():
    name = layer.source().split("layername=")[-1]
    layers[name] = {
        "valid": layer.isValid(),
        "title": layer.name(),
        "spatial": layer.isSpatial(),
        "crs": layer.crs().authid(),
        "count": layer.featureCount(),
        "renderer": layer.renderer().type() if layer.isSpatial() else None,
        "labels": layer.labelsEnabled(),
        "aliases": {field.name(): field.alias() for field in layer.fields()},
        "shown": project.layerTreeRoot().findLayer(layer.id()).itemVisibilityChecked(),
    }
relations = {
    relation.referencingLayer().source().split("layername=")[-1]: [relation.isValid(), relation.referencedLayer().source().split("layername=")[-1]]
    for relation in project.relationManager().relations().values()
}
print(json.dumps({"opened": opened, "title": project.title(), "crs": project.crs().authid(), "layers": layers, "relations": relations, "messages": messages}))
project.clear()
application.exitQgis()
