import { layerOf } from '../../data/layers/index.ts'
import { enumerate } from '../panel/card/names.ts'
import { useText } from '../text/useText.ts'
import type { Missing } from './missing.ts'

/** Everything a scene lacks, in one line. */
export const MissingLine = ({ missing }: { readonly missing: readonly Missing[] }) => {
  const { say, language } = useText()
  if (missing.length === 0) return null
  const wordsOf = (one: Missing): string => {
    switch (one.kind) {
      case 'layers':
        return say('present.missing.layers', {
          names: enumerate(
            one.ids.map((id) => layerOf(id).title[language]),
            language,
          ),
        })
      case 'unknownLayers':
        return say('present.missing.layers', { names: enumerate(one.names, language) })
      case 'parameters':
      case 'figures':
        return say(`present.missing.${one.kind}`, { names: enumerate(one.names, language) })
      default:
        return say(`present.missing.${one.kind}`)
    }
  }
  const what = enumerate([...new Set(missing.map(wordsOf))], language)
  return (
    <p className="present-missing" role="status">
      {say('present.missing', { what })}
    </p>
  )
}
