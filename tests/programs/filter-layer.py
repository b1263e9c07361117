"""Drags a GeoPackage into QGIS, takes one of its layers and filters it: python3 filter-layer.py FILE LAYER EXPRESSION; prints JSON."""

import json
import sys

from qgis.core import QgsApplication, QgsProject, QgsProviderRegistry, QgsProviderSublayerDetails

file, name, expression = sys.argv[1:4]
application = QgsApplication([], False)
application.initQgis()
# What QGIS offers to add when a file is dropped on the map.
offered = QgsProviderRegistry.instance().querySublayers(file)
options = QgsProviderSublayerDetails.LayerOptions(QgsProject.instance().transformContext())
layer = next(details for details in offered if details.name() == name).toLayer(options)
result = {
    "offered": [details.name() for details in offered],
    "renderer": layer.renderer().type(),
    "count": layer.featureCount(),
    "accepted": layer.setSubsetString(expression),
    "filtered": [feature["code"] for feature in layer.getFeatures()],
}
print(json.dumps(result))
layer = None
application.exitQgis()
