import { useMemo } from 'react'
import { rewriteSearch, useSearch } from '../useView.ts'

/** What the screen of agreements keeps in the address. */
export type AgreementView = {
  readonly region: string | null
  readonly party: string | null
  /** The agreement that is open. */
  readonly id: string | null
  /** `new`, or the id of the agreement that is being written. */
  readonly edit: string | null
  /** `1`: the open agreement as a draft text. */
  readonly draft: string | null
}

/** Their names in the address: other than those of a view, which stay as they are. */
const NAMES: { readonly [K in keyof AgreementView]: string } = {
  region: 'where',
  party: 'with',
  id: 'id',
  edit: 'write',
  draft: 'draft',
}
const KEYS = Object.keys(NAMES) as (keyof AgreementView)[]

const parse = (search: string): AgreementView => {
  const given = new URLSearchParams(search)
  return Object.fromEntries(KEYS.map((key) => [key, given.get(NAMES[key]) || null])) as AgreementView
}

export const searchOf = (search: string, change: Partial<AgreementView>): string => {
  const next = { ...parse(search), ...change }
  const given = new URLSearchParams(search)
  for (const key of KEYS) {
    const value = next[key]
    if (value) given.set(NAMES[key], value)
    else given.delete(NAMES[key])
  }
  const text = given.toString()
  return text ? `?${text}` : ''
}

export const useAgreementView = (): AgreementView => {
  const search = useSearch()
  return useMemo(() => parse(search), [search])
}

export const changeAgreementView = (change: Partial<AgreementView>): void =>
  rewriteSearch(searchOf(location.search, change), true)
