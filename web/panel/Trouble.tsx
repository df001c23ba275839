import { AskError } from '../api.ts'
import { useText } from '../text/useText.ts'

/** Why an answer did not arrive, with the remedy; only a lost connection has no words of the server's own. */
export const Trouble = ({ error, onRetry }: { readonly error: Error; readonly onRetry: () => void }) => {
  const { say } = useText()
  const refused = error instanceof AskError && error.status > 0
  return (
    <div className="notice" role="alert">
      <p>{refused ? say('panel.trouble', { reason: error.message }) : say('shell.unreachable')}</p>
      <button type="button" className="button-quiet" onClick={onRetry}>
        {say('shell.retry')}
      </button>
    </div>
  )
}
