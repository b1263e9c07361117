"""Renders a layer of a GeoPackage as QGIS opens it: python3 render-layer.py FILE LAYER PICTURE; prints what was loaded as JSON."""

import json
import sys

from qgis.core import QgsApplication, QgsMapRendererSequentialJob, QgsMapSettings, QgsVectorLayer
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor

file, name, picture = sys.argv[1:4]
application = QgsApplication([], False)
application.initQgis()
# The default style of the file is loaded with the layer, as when a user opens it.
layer = QgsVectorLayer(f"{file}|layername={name}", name, "ogr")
settings = QgsMapSettings()
settings.setLayers([layer])
settings.setDestinationCrs(layer.crs())
settings.setBackgroundColor(QColor("white"))
settings.setOutputSize(QSize(500, 900))
settings.setExtent(layer.extent().buffered(20000))
job = QgsMapRendererSequentialJob(settings)
job.start()
job.waitForFinished()
image = job.renderedImage()
image.save(picture)
colours = {}
for x in range(image.width()):
    for y in range(image.height()):
        colour = image.pixelColor(x, y).name()
        colours[colour] = colours.get(colour, 0) + 1
renderer = layer.renderer()
metadata = layer.metadata()
print(
    json.dumps(
        {
            "valid": layer.isValid(),
            "crs": layer.crs().authid(),
            "count": layer.featureCount(),
            "renderer": renderer.type(),
            "labels": [item.label() for item in renderer.legendSymbolItems()],
            "filters": [rule.filterExpression() for rule in renderer.rootRule().children()]
            if renderer.type() == "RuleRenderer"
            else [],
            "aliases": {field.name(): field.alias() for field in layer.fields()},
            "display": layer.displayExpression(),
            "title": metadata.title(),
            "licenses": metadata.licenses(),
            "rights": metadata.rights(),
            "abstract": metadata.abstract(),
            "colours": colours,
        }
    )
)
layer = None
application.exitQgis()
