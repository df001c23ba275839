import type { Detected as Found } from '../../data/model/importing.ts'
import { useText } from '../text/useText.ts'

/** What the reader made of a file: a wrong guess is seen here before it does harm. */
export const Detected = ({ detected }: { readonly detected: Found }) => {
  const { say, count } = useText()
  const { format, layer, encoding, separator, numbers, dates, crs, codes, rows, hasHxl } = detected
  const facts: readonly (readonly [string, string | null])[] = [
    [say('import.detected.format'), format.toUpperCase()],
    [say('import.detected.layer'), layer],
    [say('import.detected.encoding'), encoding],
    [say('import.detected.separator'), separator === '\t' ? 'TAB' : separator],
    [say('import.detected.numbers'), numbers && say(`import.detected.numbers.${numbers}`)],
    [say('import.detected.dates'), dates && say(`import.detected.dates.${dates}`)],
    [say('import.detected.crs'), crs],
    [say('import.detected.codes'), codes && say(`import.detected.codes.${codes}`)],
    [say('import.detected.rows'), count(rows)],
  ]
  return (
    <section aria-label={say('import.detected')}>
      <dl className="import-facts">
        {facts.map(([name, value]) =>
          value === null ? null : (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
      {hasHxl && <p className="page-about">{say('import.detected.hxl')}</p>}
    </section>
  )
}
