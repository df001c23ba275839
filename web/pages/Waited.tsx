import type { ReactNode } from 'react'
import { Trouble } from '../panel/Trouble.tsx'
import { useText } from '../text/useText.ts'

/** An answer is on its way. */
export const Loading = () => {
  const { say } = useText()
  return (
    <p className="page-waiting" role="status">
      {say('pages.loading')}
    </p>
  )
}

type Asked<T> = {
  readonly data: T | undefined
  readonly error: Error | null
  readonly refetch: () => Promise<unknown>
}

/** What stands on an answer: it waits for the first one, and says so when there will be none. */
export const Waited = <T,>({
  asked: { data, error, refetch },
  children,
}: {
  readonly asked: Asked<T>
  readonly children: (answer: T) => ReactNode
}) => {
  if (data !== undefined) return children(data)
  return error ? <Trouble error={error} onRetry={() => void refetch()} /> : <Loading />
}
