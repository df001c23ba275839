import type { RecordAnswer } from '../../../data/model/answers.ts'
import { levelOf } from '../../../data/model/codes.ts'
import { addressOf } from '../../api.ts'
import { useText } from '../../text/useText.ts'

const MOST = 4

/** The way from an authority area to who may build in its villages, and from a programme or report to its matrix. */
export const ConvergenceOf = ({ answer: { kind, record, related, villages } }: { readonly answer: RecordAnswer }) => {
  const { say, language } = useText()
  const lang = language === 'en' ? language : undefined
  if (kind === 'convergence') {
    const programme = ('programme' in record && record.programme) || record.id
    return (
      <p>
        <a className="link" href={addressOf('/convergence', { programme, lang })}>
          {say('card.convergence.open')}
        </a>
      </p>
    )
  }
  const programme = kind === 'authority' && related.find(({ relation }) => relation === 'programme')?.id
  if (!programme) return null
  return (
    <ul>
      {villages
        .filter(({ code }) => levelOf(code) === 'village')
        .slice(0, MOST)
        .map(({ code, name }) => (
          <li key={code}>
            <a className="link" href={addressOf('/convergence', { programme, place: code, lang })}>
              {say('card.convergence.whoIn', { place: name })}
            </a>
          </li>
        ))}
    </ul>
  )
}
