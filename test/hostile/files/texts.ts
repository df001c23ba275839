import { bytes, type Hostile, random, read, text, utf8, wide } from './hostile.ts'

const HEADER = 'Judul kegiatan,Tema,Desa,Mulai,Status,Anggaran\n'
export const TEXTS: readonly Hostile[] = [
  bytes('nothing at all', () => new Uint8Array(), /0 bytes/),
  bytes('one zero byte', () => new Uint8Array(1), /no table or map/),
  bytes('a thousand zero bytes', () => new Uint8Array(1_000), /no table or map/),
  bytes('only a byte order mark', () => Uint8Array.of(0xef, 0xbb, 0xbf), /empty/),
  text('only blanks', ' \n\t\n  \n', /empty/),
  text('headings without rows', HEADER, /empty/),
  ...[1, 2, 3, 4].map((seed) => bytes(`noise ${seed}`, () => random(seed, 10_000), /no table or map/)),
  text(
    'a quote that never ends',
    `${HEADER}"Posyandu,stunting,Asam,2024,berjalan,\n${'x,y\n'.repeat(1_000)}`,
    /quotes/,
  ),
  text(
    'ten thousand columns',
    () => `${Array.from({ length: 10_000 }, (_, at) => `k${at}`).join(',')}\n${'1,'.repeat(9_999)}1\n`,
    /columns/,
  ),
  text('sixty thousand rows', () => `${HEADER}${'a,b,c,d,e,f\n'.repeat(60_000)}`, /60000 rows/),
  read('one cell of five megabytes', () => `${HEADER}${'x'.repeat(5_000_000)},stunting,Asam,2024,berjalan,1\n`, 1),
  text('zeros inside names', 'Judul\u0000 kegiatan,Te\u0000ma\nx,y\n', /no table or map/),
  read('zeros far inside cells', () => `${HEADER}${'a,b,c,d,e,f\n'.repeat(500)}a\u0000b,c\u0000d\n`, 501),
  read('formulas', `${HEADER}=cmd|' /C calc'!A0,@SUM(1),+1,-2,=1+1,"=HYPERLINK(""http://x"")"\n`, 1),
  read('names of objects as headings', '__proto__,constructor,toString,hasOwnProperty,valueOf\nx,y,z,a,b\n', 1),
  read(
    'figures without end',
    () => `${HEADER}a,stunting,Asam,${'1/'.repeat(4_000)},berjalan,${'9'.repeat(5_000)}\n`,
    1,
  ),
  read(
    'figures and marks without end',
    () => `${HEADER}a,stunting,Asam,${'8 - '.repeat(2_000)},berjalan,${'1.'.repeat(4_000)}\n`,
    1,
  ),
  read(
    'headings of brackets and hashes',
    () => `${'('.repeat(9_000)},${'#a+'.repeat(3_000)},${'a '.repeat(4_000)}\n1,2,3\n`,
    1,
  ),
  read('a hundred thousand quotes', () => `${HEADER}${'""'.repeat(50_000)},b,c,d,e,f\n`, 1),
  { ...bytes('UTF-16 without a mark', () => wide(`${HEADER}a,b,c,d,e,f\n`)), rows: 1 },
  bytes(
    'half a UTF-16 letter',
    () => Uint8Array.from([...Uint8Array.of(0xff, 0xfe), ...wide(HEADER), 0x41]),
    /encoding/,
  ),
  {
    ...bytes('letters of no encoding', () =>
      Uint8Array.from([...utf8(HEADER), 0xff, 0xfe, 0xc0, 0x80, 0x2c, 0xed, 0xa0, 0x80, 0x0a]),
    ),
    rows: 1,
    asks: 'encoding',
  },
]
