import { readCsv } from './csv.ts'
import { openGeoJson, readGeoJson } from './geojson.ts'
import { readKml } from './kml.ts'
import { readLayers } from './layers.ts'
import { shapefileIn } from './shapefile.ts'
import { sniff } from './sniff.ts'
import type { RawFile, ReadChoices } from './table.ts'
import type { Tools } from './tools.ts'
import { readXlsx } from './xlsx.ts'
import { refuseDoctype } from './xml.ts'

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)

/** Positions in another system than degrees are turned by GDAL; degrees need no library. */
const readJson = async (text: string, choices: ReadChoices, tools: Tools): Promise<RawFile> => {
  const { json, named } = openGeoJson(text)
  const crs = choices.crs ?? named
  if (crs === null) return readGeoJson(json, await tools.sites())
  return readLayers(
    { format: 'geojson', driver: 'GeoJSON', files: [['read.geojson', encode(text)]] },
    { ...choices, crs },
    tools,
  )
}

/** Any file we know, as its table; throws FileRefusal with the reason in words. */
export const readFile = async (bytes: Uint8Array, choices: ReadChoices, tools: Tools): Promise<RawFile> => {
  const file = sniff(bytes)
  switch (file.format) {
    case 'csv':
      return readCsv(file.bytes, choices)
    case 'xlsx':
      return readXlsx(file.parts, choices)
    case 'geojson':
      return readJson(file.text, choices, tools)
    case 'kml':
    case 'kmz':
      return readKml(file.text, choices, await tools.sites(), file.format)
    case 'gpx':
      refuseDoctype(file.text)
      return readLayers({ format: 'gpx', driver: 'GPX', files: [['read.gpx', encode(file.text)]] }, choices, tools)
    case 'shapefile':
      return readLayers(shapefileIn(file.parts, choices), choices, tools)
    case 'geopackage':
      return readLayers({ format: 'geopackage', driver: 'GPKG', files: [['read.gpkg', file.bytes]] }, choices, tools)
    case 'flatgeobuf':
      return readLayers(
        { format: 'flatgeobuf', driver: 'FlatGeobuf', files: [['read.fgb', file.bytes]] },
        choices,
        tools,
      )
  }
}
