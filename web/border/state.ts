import { useMemo } from 'react'
import type { Code } from '../../data/model/codes.ts'
import { rewriteSearch, useSearch } from '../useView.ts'

/** What the border workspace keeps in the address beside the period, which is that of the view. */
export type BorderView = { readonly a: Code; readonly b: Code; readonly km: number; readonly agreement: string | null }

/** The pair that the law obliges to cooperate, and the sources tell of. */
const DEFAULT: BorderView = { a: '62.07', b: '62.02', km: 1, agreement: null }
export const DISTANCES_KM = [1, 2, 5, 10, 20] as const

const REGENCY = /^\d\d\.\d\d$/

export const parseBorder = (search: string): BorderView => {
  const given = new URLSearchParams(search)
  const regency = (name: 'a' | 'b') => {
    const code = given.get(name) ?? ''
    return REGENCY.test(code) ? code : DEFAULT[name]
  }
  const km = Number(given.get('km'))
  return {
    a: regency('a'),
    b: regency('b'),
    km: (DISTANCES_KM as readonly number[]).includes(km) ? km : DEFAULT.km,
    agreement: given.get('agreement') || null,
  }
}

export const borderSearch = (search: string, change: Partial<BorderView>): string => {
  const next = { ...parseBorder(search), ...change }
  const given = new URLSearchParams(search)
  for (const [name, value] of Object.entries(next)) {
    if (value === null) given.delete(name)
    else given.set(name, `${value}`)
  }
  return `?${given}`
}

export const useBorderView = (): BorderView => {
  const search = useSearch()
  return useMemo(() => parseBorder(search), [search])
}

export const changeBorderView = (change: Partial<BorderView>): void =>
  rewriteSearch(borderSearch(location.search, change), true)
