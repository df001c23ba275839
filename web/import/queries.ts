import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type {
  ImportAnswer,
  ImportChoices,
  ImportCommitted,
  ImportRows,
  ImportSummary,
  RowChange,
  RowChanged,
} from '../../data/model/importing.ts'
import { AskError, addressOf, ask, refusalOf } from '../api.ts'
import { newId } from '../edit/new_id.ts'
import { send } from '../send.ts'

const IMPORTS_KEY = ['imports']
const keyOf = (id: string) => [...IMPORTS_KEY, id]
const WORKING_EVERY_MS = 700
const PAGE = 50

export const useImports = () =>
  useQuery({
    queryKey: IMPORTS_KEY,
    queryFn: ({ signal }) => ask<readonly ImportSummary[]>('/api/imports', signal),
  })

const isWorking = (answer: ImportAnswer | undefined): boolean =>
  answer?.state === 'reading' || answer?.state === 'committing'

/** One import; asked again and again while the server is at work on it, or this screen waits for it. */
export const useImport = (id: string, isAwaited: boolean) =>
  useQuery({
    queryKey: keyOf(id),
    queryFn: ({ signal }) => ask<ImportAnswer>(`/api/imports/${id}`, signal),
    refetchInterval: ({ state }) => (isAwaited || isWorking(state.data) ? WORKING_EVERY_MS : false),
  })

/** Rows of one state; those of before stay until the new ones are there. */
export const useRows = (id: string, state: string) =>
  useInfiniteQuery({
    queryKey: [...keyOf(id), 'rows', state],
    queryFn: ({ signal, pageParam }) =>
      ask<ImportRows>(addressOf(`/api/imports/${id}/rows`, { state, after: pageParam, limit: PAGE }), signal),
    initialPageParam: 0,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  })

/** Sends the bytes as they are; the name travels in a header, where only ASCII may stand. */
export const useUpload = () => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (file: File): Promise<ImportAnswer> => {
      const response = await fetch('/api/imports', {
        method: 'POST',
        body: file,
        headers: {
          'Accept-Language': document.documentElement.lang,
          'Content-Type': 'application/octet-stream',
          'X-File-Name': encodeURIComponent(file.name),
        },
      }).catch(() => {
        throw new AskError(0, '')
      })
      if (!response.ok) throw await refusalOf(response)
      return (await response.json()) as ImportAnswer
    },
    onSettled: () => client.invalidateQueries({ queryKey: IMPORTS_KEY }),
  })
}

/** Changes of one import; whatever comes of them, what is shown is asked anew. */
export const useImportChanges = (id: string) => {
  const client = useQueryClient()
  const onSettled = () => client.invalidateQueries({ queryKey: IMPORTS_KEY })
  const path = `/api/imports/${id}`
  return {
    choose: useMutation({
      mutationFn: (choices: ImportChoices) => send<ImportAnswer>('PUT', `${path}/choices`, choices),
      onSettled,
    }),
    mend: useMutation({
      mutationFn: ({ row, ...change }: RowChange & { readonly row: number }) =>
        send<RowChanged>('PATCH', `${path}/rows/${row}`, change),
      onSettled,
    }),
    commit: useMutation({
      mutationFn: (submit: boolean) => send<ImportCommitted>('POST', `${path}/commit`, { operation: newId(), submit }),
      onSettled,
    }),
    undo: useMutation({
      mutationFn: (undoes: string) =>
        send<{ readonly changed: number; readonly kept: number }>('POST', '/api/work/undo', {
          operation: newId(),
          undoes,
        }),
      onSettled,
    }),
    remove: useMutation({ mutationFn: () => send('DELETE', path), onSettled }),
  }
}
export type ImportChanges = ReturnType<typeof useImportChanges>
