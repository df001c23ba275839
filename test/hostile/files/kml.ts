import { bytes, type Hostile, read, text, wide } from './hostile.ts'

const kml = (body: string) => `<?xml version="1.0"?><kml><Document>${body}</Document></kml>`
export const KMLS: readonly Hostile[] = [
  text(
    'a billion laughs',
    `<?xml version="1.0"?><!DOCTYPE kml [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><kml>&b;</kml>`,
    /DOCTYPE/,
  ),
  text(
    'a file of the server',
    '<?xml version="1.0"?><!DOCTYPE kml [<!ENTITY x SYSTEM "file:///etc/passwd">]><kml>&x;</kml>',
    /DOCTYPE/,
  ),
  bytes(
    'a document type in UTF-16',
    () => Uint8Array.from([0xff, 0xfe, ...wide('<?xml version="1.0"?><!DOCTYPE kml><kml/>')]),
    /DOCTYPE/,
  ),
  text(
    'a GPX with a document type',
    '<?xml version="1.0"?><!DOCTYPE gpx SYSTEM "http://127.0.0.1:9/x"><gpx/>',
    /DOCTYPE/,
  ),
  text('KML cut short', kml('').slice(0, -12), /damaged/),
  text('KML of ten thousand levels', () => kml(`${'<Folder>'.repeat(10_000)}${'</Folder>'.repeat(10_000)}`), /damaged/),
  text('a comment without end', () => kml('<!--'.repeat(200_000)), /damaged/),
  text('character data without end', kml('<Placemark><name><![CDATA[x</name></Placemark>'), /damaged/),
  text('an attribute of a megabyte', () => kml(`<Placemark a="${'x'.repeat(1_000_000)}"/>`), /damaged/),
  text('tags that cross', kml('<Placemark><name></Placemark></name>'), /damaged/),
  text('brackets in brackets', () => kml('<'.repeat(100_000)), /damaged/),
  text('no placemark', kml(''), /nothing for a map/),
  text('only a link', kml('<NetworkLink><Link><href>http://127.0.0.1:9/</href></Link></NetworkLink>'), /elsewhere/),
  read(
    'coordinates of words in KML',
    kml('<Placemark><Point><coordinates>a,b,c</coordinates></Point></Placemark><Placemark><Polygon/></Placemark>'),
    2,
  ),
  read(
    'scripts in a description',
    kml(
      '<Placemark><name>x</name><description><![CDATA[<script>alert(1)</script><img src=x onerror=alert(1)>]]></description></Placemark>',
    ),
    1,
  ),
  read(
    'a description of half-open tags',
    () => kml(`<Placemark><name>x</name><description>${'&lt;'.repeat(100_000)}</description></Placemark>`),
    1,
  ),
  text('a web page', '<!doctype html><html><body>Unduh</body></html>', /web page/),
  text('a drawing', '<svg xmlns="http://www.w3.org/2000/svg"/>', /neither KML nor GPX/),
  text('GPX cut short', '<?xml version="1.0"?><gpx version="1.1"><wpt lat="0" lon="111"><name>x</name>', /damaged/),
]
