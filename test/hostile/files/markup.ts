import { zipSync } from 'fflate'
import type { Geometry } from 'geojson'
import { GOOD, goodPlacemark, IN_ASAM, kmlOf } from './good.ts'
import { bytes, type Hostile, text, utf8, wide } from './hostile.ts'

const [LNG, LAT] = IN_ASAM.coordinates
const POINT = `<Point><coordinates>${LNG},${LAT}</coordinates></Point>`
const GOOD_KML = kmlOf(goodPlacemark(POINT))

/** Document types that fetch, that swell, and that hide. */
const TYPES: Readonly<Record<string, string>> = {
  'that names a file': '<!DOCTYPE kml SYSTEM "file:///etc/passwd">',
  'that names a page': '<!DOCTYPE kml PUBLIC "-//x" "http://127.0.0.1:9/x.dtd">',
  'that reads a file': '<!DOCTYPE kml [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
  'that reads a page': '<!DOCTYPE kml [<!ENTITY x SYSTEM "http://169.254.169.254/latest/meta-data/">]>',
  'that reads by a parameter': '<!DOCTYPE kml [<!ENTITY % p SYSTEM "file:///etc/hostname"> %p;]>',
  'that reads through a filter': '<!DOCTYPE kml [<!ENTITY x SYSTEM "php://filter/convert.base64-encode/resource=x">]>',
  'that swells by powers':
    '<!DOCTYPE kml [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>',
  'that swells by squares': `<!DOCTYPE kml [<!ENTITY a "${'x'.repeat(5_000)}">]>`,
  'that holds itself': '<!DOCTYPE kml [<!ENTITY a "&b;"><!ENTITY b "&a;">]>',
  'of attributes': '<!DOCTYPE kml [<!ATTLIST Placemark id CDATA "x">]>',
  'in small letters': '<!doctype kml>',
  'behind a comment': '<!-- peta --><!DOCTYPE kml>',
  'behind many blanks': `${' '.repeat(9_000)}<!DOCTYPE kml>`,
  'of an entity alone': '<!ENTITY x "y">',
}
const typed = Object.entries(TYPES)
const TYPED: readonly Hostile[] = [
  ...typed.map(([name, type]) =>
    text(`KML with a document type ${name}`, kmlOf(goodPlacemark(POINT), type), /DOCTYPE/),
  ),
  ...typed.slice(0, 3).flatMap(([name, type]) => {
    const whole = kmlOf(goodPlacemark(POINT), type)
    return [
      bytes(`KMZ with a document type ${name}`, () => zipSync({ 'doc.kml': utf8(whole) }), /DOCTYPE/),
      bytes(`KML in UTF-16 with a document type ${name}`, () => wide(`\ufeff${whole}`), /DOCTYPE/),
      text(
        `GPX with a document type ${name}`,
        `<?xml version="1.0"?>${type.replaceAll('kml', 'gpx')}<gpx/>`,
        /DOCTYPE/,
      ),
      text(
        `a drawing with a document type ${name}`,
        `<?xml version="1.0"?>${type.replaceAll('kml', 'svg')}<svg/>`,
        /DOCTYPE|neither KML/,
      ),
    ]
  }),
]

const taken = (name: string, content: string, titles: readonly string[] = [GOOD.judul]): Hostile => ({
  ...text(name, content),
  takes: [IN_ASAM],
  titles,
})

const SCRIPT = '<script>alert(1)</script>'
const titled = (title: string): string => goodPlacemark(POINT, '', { ...GOOD, judul: title })

/** What would run in a page is text here, and what would be fetched is not. */
const SCRIPTS: readonly Hostile[] = [
  taken('KML with a script for a title', kmlOf(titled(`<![CDATA[${SCRIPT}]]>`)), [SCRIPT]),
  taken('KML with a script in entities for a title', kmlOf(titled('&lt;img src=x onerror=alert(1)&gt;')), [
    '<img src=x onerror=alert(1)>',
  ]),
  taken(
    'KML with a script in its description',
    kmlOf(goodPlacemark(POINT, `<description><![CDATA[${SCRIPT}]]></description>`)),
  ),
  taken('KML with a script as an element', kmlOf(`${SCRIPT}${goodPlacemark(POINT)}`)),
  taken(
    'KML with a script in its style',
    kmlOf(`<Style><BalloonStyle><text><![CDATA[${SCRIPT}]]></text></BalloonStyle></Style>${goodPlacemark(POINT)}`),
  ),
  taken(
    'KML with an icon elsewhere',
    kmlOf(
      goodPlacemark(POINT, '<Style><IconStyle><Icon><href>http://127.0.0.1:9/a.svg</href></Icon></IconStyle></Style>'),
    ),
  ),
  taken(
    'KML with an overlay elsewhere',
    kmlOf(`<GroundOverlay><Icon><href>file:///etc/passwd</href></Icon></GroundOverlay>${goodPlacemark(POINT)}`),
  ),
  taken(
    'KML with a link beside its place',
    kmlOf(`<NetworkLink><Link><href>http://127.0.0.1:9/</href></Link></NetworkLink>${goodPlacemark(POINT)}`),
  ),
  taken(
    'KML that includes a file',
    kmlOf(goodPlacemark(POINT, '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd"/>')),
  ),
  taken(
    'KML with a style sheet elsewhere',
    kmlOf(goodPlacemark(POINT), '<?xml-stylesheet type="text/xsl" href="http://127.0.0.1:9/x.xsl"?>'),
  ),
  taken('KML with an entity that nobody declared', kmlOf(titled('&xxe;')), ['&xxe;']),
  taken('KML with characters by number', kmlOf(titled('A&#x42;&#67;&#0;&#x110000;')), ['ABC']),
  taken(
    'KML with a prototype for a name',
    kmlOf(goodPlacemark(POINT, '', { ...GOOD, __proto__name: 'x', constructor: 'y' } as never)),
  ),
  text('a drawing with a script', `<svg xmlns="http://www.w3.org/2000/svg">${SCRIPT}</svg>`, /neither KML/),
  text(
    'a drawing that runs when it is loaded',
    '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
    /neither KML/,
  ),
  text(
    'a drawing that begins like a map',
    `<?xml version="1.0"?><!--<kml>--><svg>${SCRIPT}</svg>`,
    /nothing for a map/,
  ),
  bytes('a drawing in an archive', () => zipSync({ 'a.svg': utf8(`<svg>${SCRIPT}</svg>`) }), /no table or map/),
  text(
    'KML that says it is UTF-7',
    `<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE kml+AD4-<kml></kml>`,
    /nothing for a map/,
  ),
]

const placed = (name: string, geometry: string, ...found: readonly string[]): Hostile => ({
  ...text(`KML with ${name}`, kmlOf(goodPlacemark(geometry))),
  rows: 1,
  found,
})
const drawn = (name: string, geometry: string, meant: Geometry): Hostile => ({
  ...text(`KML with ${name}`, kmlOf(goodPlacemark(geometry))),
  takes: [meant],
})
const pointOf = (coordinates: string): string => `<Point><coordinates>${coordinates}</coordinates></Point>`

const PLACED: readonly Hostile[] = [
  placed('a point of NaN', pointOf('NaN,NaN'), 'geometry'),
  placed('a point of infinity', pointOf('INF,0'), 'geometry'),
  placed('a point beyond numbers', pointOf('1e999,0'), 'geometry'),
  placed('a hexadecimal point', pointOf('0x6e,0x0'), 'geometry'),
  placed('a point of one number', pointOf(`${LNG}`), 'geometry'),
  placed('a point of nothing', pointOf(''), 'geometry'),
  placed('a point without coordinates', '<Point/>', 'geometry'),
  placed('decimal commas', pointOf('110,0125 0,0125'), 'outside'),
  placed('a blank behind the comma', pointOf(`${LNG}, ${LAT}`), 'geometry'),
  placed('each in the place of the other', pointOf(`${LAT},${LNG}`), 'swapped'),
  placed('a pole', pointOf('0,90'), 'outside'),
  placed('no geometry', '', 'missing'),
  placed('a model', '<Model><Location><longitude>110</longitude></Location></Model>', 'missing'),
  placed(
    'a way across the date line',
    '<LineString><coordinates>179.9,0.01 -179.9,0.01</coordinates></LineString>',
    'geometry',
  ),
  placed(
    'geometries in geometries',
    `${'<MultiGeometry>'.repeat(20)}${POINT}${'</MultiGeometry>'.repeat(20)}`,
    'geometry',
  ),
  drawn('heights and blanks', pointOf(`\n\t ${LNG},${LAT},1e300\n`), IN_ASAM),
  drawn('one geometry in a list', `<MultiGeometry>${POINT}</MultiGeometry>`, IN_ASAM),
  {
    ...text(
      'KML without a mark, in a name space of its own',
      GOOD_KML.replaceAll('<', '<k:').replaceAll('<k:/', '</k:').replace('<k:?', '<?').replace('xmlns=', 'xmlns:k='),
    ),
    takes: [IN_ASAM],
  },
]

export const MARKUP: readonly Hostile[] = [...TYPED, ...SCRIPTS, ...PLACED]
