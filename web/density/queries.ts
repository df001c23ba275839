import { useQuery } from '@tanstack/react-query'
import type { PointsAnswer } from '../../data/model/points.ts'
import { addressOf, ask } from '../api.ts'
import type { View } from '../view.ts'

export type Asked = Pick<View, 'region' | 'theme' | 'organisations' | 'statuses' | 'density'>

/** Every period at once: months are counted here. */
export const usePoints = ({ region, theme, organisations, statuses, density }: Asked) => {
  const address = addressOf('/api/points', {
    region,
    theme: density?.allThemes ? undefined : theme,
    organisation: organisations,
    status: statuses,
  })
  return useQuery({
    queryKey: ['points', address],
    queryFn: ({ signal }) => ask<PointsAnswer>(address, signal),
    // Rows are numbers of one answer: parts of two are never mixed.
    structuralSharing: false,
    // Of 100,000 activities it is megabytes.
    gcTime: 60_000,
  })
}
