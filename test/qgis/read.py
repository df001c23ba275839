"""Reads a server as QGIS does and draws a map of it: every collection as OGC API - Features, tiles in the styles of the layers.

Usage: read.py <address of the server> <picture.png>. Prints one JSON object.
"""

import json
import os
import sys
import urllib.request

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from qgis.core import (  # noqa: E402
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsMapBoxGlStyleConversionContext,
    QgsMapBoxGlStyleConverter,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsProject,
    QgsRectangle,
    QgsUnitTypes,
    QgsVectorLayer,
    QgsVectorTileLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QSize, Qt  # noqa: E402
from qgis.PyQt.QtGui import QColor  # noqa: E402

# Karimata and the coast beside it, in degrees.
WEST, SOUTH, EAST, NORTH = 108.6, -2.05, 110.5, -0.75
WIDTH, HEIGHT = 1200, 820
DRAWN = [
    ("land", None),
    ("regencies", "/styles/regencies.json"),
    ("villages", "/styles/villages.json?theme=stunting&period=2026"),
    ("authority", "/styles/authority.json"),
    ("islands", "/styles/islands.json"),
    ("activities", "/styles/activities.json"),
]
FILTERS = [
    ("activities", "\"status\" = 'ongoing'"),
    ("villages", "\"areaHa\" > 9000 AND \"code\" LIKE '61.11.%'"),
]
# QGIS hands days of date fields to the server as `datetime`, whatever the field, and takes its answer for the filter's.
DAYS = [
    "\"start\" >= '2026-01-01'",
    "\"end\" <= '2024-12-31T23:59:59'",
    "\"start\" >= '2025-01-01' AND \"end\" <= '2025-06-30' AND \"status\" = 'ongoing'",
]
# A style draws from one tileset here: names come from a layer of their own.
NAMES = ("labels", "/styles/districts.json")


def fetched(address):
    with urllib.request.urlopen(address) as answer:
        return json.loads(answer.read())


def collection_of(root, name):
    layer = QgsVectorLayer(f"url='{root}/ogc' typename='{name}'", name, "OAPIF")
    if not layer.isValid():
        return {"error": layer.error().message() or "not valid"}
    features = list(layer.getFeatures())
    kinds = sorted({QgsWkbTypes.displayString(f.geometry().wkbType()) for f in features if f.hasGeometry()})
    return {
        "count": len(features),
        "kinds": kinds,
        "fields": sorted(field.name() for field in layer.fields()),
        "ids": sorted(f["id"] for f in features if "id" in f.fields().names())[:3],
    }


def filtered_of(root, name, wanted):
    layer = QgsVectorLayer(f"url='{root}/ogc' typename='{name}'", name, "OAPIF")
    accepted = layer.setSubsetString(wanted)
    return {"accepted": accepted, "ids": sorted(feature["id"] for feature in layer.getFeatures())}


def tiles_of(root, tileset, path):
    max_zoom = fetched(f"{root}/tiles/{tileset}.json")["maxzoom"]
    uri = f"type=xyz&url={root}/tiles/{tileset}/%7Bz%7D/%7Bx%7D/%7By%7D&zmin=0&zmax={max_zoom}"
    layer = QgsVectorTileLayer(uri, tileset)
    warnings = []
    if path:
        context = QgsMapBoxGlStyleConversionContext()
        context.setTargetUnit(QgsUnitTypes.RenderMillimeters)
        context.setPixelSizeConversionFactor(25.4 / 96)
        converter = QgsMapBoxGlStyleConverter()
        if converter.convert(fetched(root + path), context) != QgsMapBoxGlStyleConverter.Success:
            return layer, [converter.errorMessage()]
        layer.setRenderer(converter.renderer().clone())
        layer.setLabeling(converter.labeling().clone())
        warnings = converter.warnings()
    else:
        renderer = layer.renderer().clone()
        for style in (styles := [one for one in renderer.styles() if one.geometryType() == QgsWkbTypes.PolygonGeometry]):
            symbol = style.symbol()
            symbol.setColor(QColor("#EAE4D8"))
            symbol.setOpacity(1)
            symbol.symbolLayer(0).setStrokeStyle(Qt.NoPen)
        renderer.setStyles(styles)
        layer.setRenderer(renderer)
    return layer, warnings


def draw(layers, picture):
    mercator = QgsCoordinateReferenceSystem("EPSG:3857")
    degrees = QgsCoordinateReferenceSystem("EPSG:4326")
    extent = QgsCoordinateTransform(degrees, mercator, QgsProject.instance()).transformBoundingBox(
        QgsRectangle(WEST, SOUTH, EAST, NORTH)
    )
    settings = QgsMapSettings()
    settings.setDestinationCrs(mercator)
    settings.setLayers(list(reversed(layers)))
    settings.setOutputSize(QSize(WIDTH, HEIGHT))
    settings.setOutputDpi(96)
    settings.setBackgroundColor(QColor("#CFE0E4"))
    settings.setExtent(extent)
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    image = job.renderedImage()
    image.save(picture)
    counts = {}
    for y in range(HEIGHT):
        for x in range(WIDTH):
            colour = image.pixelColor(x, y).name()
            counts[colour] = counts.get(colour, 0) + 1
    return {name: count for name, count in counts.items() if count >= 20}


def main(root, picture):
    application = QgsApplication([], False)
    application.initQgis()
    names = [one["id"] for one in fetched(f"{root}/ogc/collections")["collections"]]
    told = {"collections": {name: collection_of(root, name) for name in names}}
    told["filtered"] = {wanted: filtered_of(root, name, wanted) for name, wanted in FILTERS}
    told["days"] = {wanted: filtered_of(root, "activities", wanted) for wanted in DAYS}
    opened = [tiles_of(root, *one) for one in [*DRAWN, NAMES]]
    told["tiles"] = {layer.name(): {"valid": layer.isValid(), "warnings": warnings} for layer, warnings in opened}
    told["colours"] = draw([layer for layer, _ in opened], picture)
    print(json.dumps(told))
    sys.stdout.flush()
    # QGIS 3.22 may crash as it tears down its network threads; all is told by then.
    os._exit(0)


main(*sys.argv[1:3])
