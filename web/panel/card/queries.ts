import { useQuery } from '@tanstack/react-query'
import type { Code } from '../../../data/model/codes.ts'
import type { Kind } from '../../../data/model/record.ts'
import { api } from '../../api.ts'

export const placeQuery = (code: Code) => ({
  queryKey: ['place', code],
  queryFn: ({ signal }: { signal: AbortSignal }) => api.place(code, signal),
})

export const usePlace = (code: Code | undefined) => useQuery({ ...placeQuery(code ?? ''), enabled: code !== undefined })

export const recordQuery = <K extends Kind>(kind: K, id: string) => ({
  queryKey: ['record', kind, id],
  queryFn: ({ signal }: { signal: AbortSignal }) => api.record(kind, id, signal),
})

export const useRecord = <K extends Kind>(kind: K, id: string | undefined) =>
  useQuery({ ...recordQuery(kind, id ?? ''), enabled: id !== undefined })

export const useMatches = (
  of: { readonly organisation: string } | { readonly target: string; readonly within?: Code } | undefined,
) =>
  useQuery({
    queryKey: ['matches', of],
    queryFn: ({ signal }) => api.matches(of ?? { target: '' }, signal),
    enabled: of !== undefined,
  })
