import { AskError } from '../api.ts'
import { useText } from '../text/useText.ts'

/** Why a form was not taken, in the server's words; what was typed stays. */
export const Refused = ({ error }: { readonly error: Error | null }) => {
  const { say } = useText()
  if (!error) return null
  const isLost = error instanceof AskError && error.status === 0
  return (
    <p className="form-refused" role="alert">
      {isLost ? say('people.unreachable') : error.message}
    </p>
  )
}
