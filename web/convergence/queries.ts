import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { FeaturesAnswer } from '../../data/model/answers.ts'
import type { ConvergenceAnswer } from '../../data/model/convergence_answer.ts'
import type { Accepted, Save } from '../../data/model/work.ts'
import { addressOf, ask } from '../api.ts'
import { newId } from '../edit/new_id.ts'
import { send } from '../send.ts'
import type { ConvergenceView } from './state.ts'

/** The matrix of a programme; by a place only while the programme is not known. */
export const useConvergence = ({ programme, place }: Pick<ConvergenceView, 'programme' | 'place'>) => {
  const query = programme ? { programme } : { place: place ?? undefined }
  return useQuery({
    queryKey: ['convergence', programme, programme ? null : place],
    queryFn: ({ signal }) => ask<ConvergenceAnswer>(addressOf('/api/convergence', query), signal),
    placeholderData: keepPreviousData,
  })
}

type Box = readonly [number, number, number, number]

/** What lies in a frame, as shapes. */
export const useShapes = (layer: 'villages' | 'authority', frame: Box) =>
  useQuery({
    queryKey: ['shapes', layer, ...frame],
    queryFn: ({ signal }) =>
      ask<FeaturesAnswer>(
        addressOf(`/api/features/${layer}`, { bbox: frame.map((one) => one.toFixed(3)).join(), limit: 500 }),
        signal,
      ),
    staleTime: layer === 'villages' ? Number.POSITIVE_INFINITY : 60_000,
  })

const PATH = '/api/work/records/convergence'

/** Records an answer; whoever may verify publishes it at once, everybody else hands it in. */
export const useRecordAnswer = (isSekber: boolean) => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (record: Save<'convergence'>['record']): Promise<Accepted> => {
      const sent = await send<Accepted>('POST', PATH, { operation: newId(), record, submit: true })
      if (!isSekber || sent.verification !== 'submitted') return sent
      const step = `${PATH}/${encodeURIComponent(sent.id)}/verify`
      return send<Accepted>('POST', step, { operation: newId() }, { 'If-Match': `"${sent.revision}"` })
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['convergence'] }),
  })
}
