import { bytes, type Hostile, starting, utf8 } from './hostile.ts'

export const BINARIES: readonly Hostile[] = [
  bytes('an old workbook', () => starting('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), /\.xls/),
  bytes('a PDF', () => starting('%PDF-1.7\n'), /PDF/),
  bytes('a picture called .csv', () => starting('\x89PNG\r\n\x1a\n'), /picture/),
  bytes('a photo', () => starting('\xff\xd8\xff\xe0'), /photo/),
  bytes('a raster', () => starting('II*\x00'), /raster/),
  bytes('a RAR archive', () => starting('Rar!\x1a\x07'), /RAR/),
  bytes('a 7z archive', () => starting('7z\xbc\xaf\x27\x1c'), /7z/),
  bytes('a gzip archive', () => starting('\x1f\x8b\x08'), /gzip/),
  bytes('a program', () => starting('\x7fELF\x02\x01\x01\x00'), /no table or map/),
  bytes('a bare .shp', () => starting('\x00\x00\x27\x0a'), /companions/),
  bytes('a database that is no map', () => starting('SQLite format 3\x00', new Uint8Array(4_000)), /SQLite/),
  bytes(
    'a GeoPackage of noise',
    () => {
      const made = starting('SQLite format 3\x00')
      made.set(utf8('GPKG'), 68)
      return made
    },
    /damaged/,
  ),
  bytes('a FlatGeobuf of noise', () => starting('fgb\x03fgb\x00'), /damaged|holds nothing/),
  bytes('a FlatGeobuf that ends at once', () => starting('fgb\x03fgb\x00', new Uint8Array()), /damaged|holds nothing/),
]
