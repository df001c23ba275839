import { Download } from 'lucide-react'
import { EXPORT_FORMATS, type ExportFormat, FORMAT_GROUPS } from '../../data/model/export_format.ts'
import { useText } from '../text/useText.ts'

type Props = {
  /** How many features there are to write; undefined while they are counted. */
  readonly features: number | undefined
  readonly isBusy: boolean
  readonly onPick: (format: ExportFormat) => void
}

const FORMATS: readonly ExportFormat[] = EXPORT_FORMATS

/** Every form of a file, by where it is opened. */
export const Formats = ({ features, isBusy, onPick }: Props) => {
  const { say, language, count } = useText()
  return (
    <div className="download-groups">
      {FORMAT_GROUPS.map((group) => (
        <section key={group} aria-labelledby={`download-${group}`}>
          <h4 id={`download-${group}`}>{say(`download.group.${group}`)}</h4>
          <ul>
            {FORMATS.filter((format) => format.group === group).map((format) => {
              const { ending, name, lead, most } = format
              const isTooMany = features !== undefined && most !== undefined && features > most
              return (
                <li key={ending}>
                  <button
                    type="button"
                    className="download-form"
                    disabled={isBusy || isTooMany || !features}
                    onClick={() => onPick(format)}
                    data-ending={ending}
                  >
                    <span className="download-name">{name}</span>
                    <span className="quiet">
                      {isTooMany ? say('download.most', { most: count(most) }) : lead[language]}
                    </span>
                    <Download className="download-mark" aria-hidden="true" />
                  </button>
                </li>
              )
            })}
          </ul>
        </section>
      ))}
    </div>
  )
}
