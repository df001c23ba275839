import type { ReactNode } from 'react'
import { Trouble } from '../panel/Trouble.tsx'
import { useText } from '../text/useText.ts'

type Asked<Answer> = {
  readonly data: Answer | undefined
  readonly error: Error | null
  readonly refetch: () => Promise<unknown>
}

/** The answer, why it did not come, or that it is being computed. */
export const Answered = <Answer,>({
  asked: { data, error, refetch },
  children,
}: {
  readonly asked: Asked<Answer>
  readonly children: (answer: Answer) => ReactNode
}) => {
  const { say } = useText()
  if (data) return children(data)
  if (error) return <Trouble error={error} onRetry={() => void refetch()} />
  return (
    <p className="quiet" role="status">
      {say('analysis.loading')}
    </p>
  )
}
