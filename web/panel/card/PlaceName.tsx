import type { Code } from '../../../data/model/codes.ts'
import { usePlace } from './queries.ts'

/** The name of a place; its code until the name is here. */
export const PlaceName = ({ code }: { readonly code: Code }) => {
  const { data } = usePlace(code)
  return data?.name ?? code
}
