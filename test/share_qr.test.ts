import { encode } from 'uqr'
import { expect, test } from 'vitest'
import { svgOfCode } from '../web/share/qrCode.ts'

test('a QR code draws each dark module once, with four light ones around it and its words as text', () => {
  const code = encode('https://peta.example/?region=61.05&theme=stunting', { ecc: 'M', border: 0 })
  const svg = svgOfCode(code, 'Sintang: <b> & "stunting"')
  expect(svg.match(/h1v1h-1z/g)).toHaveLength(code.data.flat().filter(Boolean).length)
  expect(svg).toContain(`viewBox="0 0 ${code.size + 8} ${code.size + 13}"`)
  // The finder pattern begins at its own corner.
  expect(svg).toContain('M4 4h1v1h-1z')
  expect(svg).toContain('Sintang: &lt;b&gt; &amp; "stunting"')
})
