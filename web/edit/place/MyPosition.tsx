import { useText } from '../../text/useText.ts'
import { inMinutes } from '../position_words.ts'
import { type Fix, usePosition } from './usePosition.ts'

/** Beyond this a point may lie in the next village. */
const ROUGH_M = 100

/** Where the device says it is, how sure it is of that, and the one tap that makes it a site. */
export const MyPosition = ({ onFix }: { readonly onFix: (fix: Fix) => void }) => {
  const { say, count, language } = useText()
  const search = usePosition()
  if (search.kind === 'failed')
    return (
      <p className="edit-remark" data-severity="warning" role="status">
        {say(`edit.position.${search.why}`)}
      </p>
    )
  const { best } = search
  return (
    <div className="edit-position" role="status">
      {!best && <p>{say('edit.position.searching')}</p>}
      {best && (
        <>
          <p>
            {inMinutes([best.lng, best.lat], language)}
            <br />
            <strong>{say('edit.position.accuracy', { metres: count(Math.ceil(best.accuracyM)) })}</strong>
            {search.kind === 'searching' && ` ${say('edit.position.better')}`}
          </p>
          {best.accuracyM > ROUGH_M && (
            <p className="edit-remark" data-severity="warning">
              {say('edit.position.rough')}
            </p>
          )}
          <button type="button" className="button-primary" onClick={() => onFix(best)}>
            {say('edit.position.use')}
          </button>
        </>
      )}
    </div>
  )
}
