import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { AreaReportAnswer } from '../../../data/model/answers.ts'
import { formatPeriod } from '../../../data/model/period.ts'
import { ask } from '../../api.ts'
import { reportKey, requestOf } from '../../area/request.ts'
import type { View } from '../../view.ts'

/** The report of an area; `stop` leaves the computation, `again` asks once more. Nothing is asked for an empty list. */
export const useAreaReport = ({ area, bufferKm, period }: Pick<View, 'area' | 'bufferKm' | 'period'>) => {
  const client = useQueryClient()
  const asked = area && requestOf(area, bufferKm, formatPeriod(period))
  const queryKey = area ? reportKey(area, bufferKm, formatPeriod(period)) : ['area-report']
  const [stoppedKey, setStoppedKey] = useState('')
  const key = queryKey.join(' ')
  const stopped = stoppedKey === key
  const { data, error, isFetching, refetch } = useQuery({
    queryKey,
    queryFn: asked ? ({ signal }) => ask<AreaReportAnswer>('/api/area-report', signal, asked) : skipToken,
    enabled: asked !== null && !stopped,
  })
  return {
    asked,
    answer: data,
    error: isFetching ? null : error,
    stopped: stopped && !data,
    stop: () => {
      setStoppedKey(key)
      void client.cancelQueries({ queryKey })
    },
    again: () => {
      setStoppedKey('')
      void refetch()
    },
  }
}
