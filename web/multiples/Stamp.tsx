import type { CoverageAnswer } from '../../data/model/answers.ts'
import { VERDICT_KINDS, type VerdictKind } from '../../data/model/verdict.ts'
import type { Stamps } from './useStamps.ts'

/** The patterns of all verdicts, once for a page of small maps. */
export const patternId = (kind: VerdictKind): string => `stamp-${kind}`

type Props = { readonly stamps: Stamps; readonly coverage: CoverageAnswer; readonly words: string }

/** One region for one question, as large as a stamp: each verdict one path in its colour and pattern. */
export const Stamp = ({ stamps: { sketch, paths }, coverage, words }: Props) => {
  const drawn = new Map<VerdictKind, string[]>()
  for (const { code, verdict } of coverage.units) {
    const path = paths.get(code)
    if (path) drawn.set(verdict.kind, [...(drawn.get(verdict.kind) ?? []), path])
  }
  return (
    <svg className="stamp" viewBox={`0 0 ${sketch.width} ${sketch.height}`} role="img" aria-label={words}>
      {/* Under all units, so that only its outer half is seen: the edge of the region. */}
      <path className="stamp-edge" d={[...drawn.values()].flat().join('')} />
      {VERDICT_KINDS.map((kind) => (
        <path key={kind} className="stamp-unit" d={drawn.get(kind)?.join('') ?? ''} fill={`url(#${patternId(kind)})`} />
      ))}
    </svg>
  )
}
