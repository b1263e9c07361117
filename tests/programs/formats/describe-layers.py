"""Prints what GDAL sees in a file as JSON: python3 describe-layers.py FILE [XMIN YMIN XMAX YMAX]"""

import json
import sys

from osgeo import ogr

ogr.UseExceptions()
source = ogr.Open(sys.argv[1])
layers = []
for index in range(source.GetLayerCount()):
    layer = source.GetLayer(index)
    definition = layer.GetLayerDefn()
    reference = layer.GetSpatialRef()
    fields = [definition.GetFieldDefn(i) for i in range(definition.GetFieldCount())]
    features = [feature for feature in layer]
    invalid = [
        feature.GetFID()
        for feature in features
        if feature.GetGeometryRef() is not None and not feature.GetGeometryRef().IsValid()
    ]
    description = {
        "name": layer.GetName(),
        "count": layer.GetFeatureCount(),
        "geometry": ogr.GeometryTypeToName(layer.GetGeomType()),
        "crs": None if reference is None else reference.GetAuthorityName(None) + ":" + reference.GetAuthorityCode(None),
        "fid": layer.GetFIDColumn(),
        "fields": {
            field.GetName(): field.GetTypeName()
            + ("" if field.GetSubType() == ogr.OFSTNone else ":" + ogr.GetFieldSubTypeName(field.GetSubType()))
            + ("" if field.IsNullable() else "!")
            for field in fields
        },
        "fast_filter": bool(layer.TestCapability(ogr.OLCFastSpatialFilter)),
        "without_geometry": sum(1 for f in features if f.GetGeometryRef() is None or f.GetGeometryRef().IsEmpty()),
        "invalid": invalid,
        "rows": [[f.GetField(i) for i in range(len(fields))] for f in features],
    }
    if len(sys.argv) > 2:
        layer.SetSpatialFilterRect(*[float(edge) for edge in sys.argv[2:6]])
        description["filtered"] = layer.GetFeatureCount()
        description["filtered_rows"] = sorted(str(f.GetField(0)) for f in layer)
    layers.append(description)
print(json.dumps({"metadata": source.GetMetadata(), "layers": layers}))
