import { Field } from '../pages/Field.tsx'
import { useText } from '../text/useText.ts'

/** Who is signed in proves it once more: an open browser does not say who sits before it. */
export const PresentPassword = () => {
  const { say } = useText()
  return (
    <Field
      name="password"
      type="password"
      label={say('people.password.current')}
      autoComplete="current-password"
      required
    />
  )
}

export const PresentCode = () => {
  const { say } = useText()
  return (
    <Field
      name="code"
      label={say('people.code')}
      hint={say('people.code.hint')}
      inputMode="numeric"
      autoComplete="one-time-code"
      pattern="[0-9 ]{6,7}"
      required
    />
  )
}
