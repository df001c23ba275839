export type Side = 'mine' | 'theirs'
export type Chosen = { readonly [key: string]: Side }
export type Named = { readonly [name: string]: unknown }

export const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** Each field from the side that changed it; where both did and differ, `clash` is told and says which side stands. */
export const mergeFields = <F extends string>(
  names: readonly F[],
  [before, mine, theirs]: readonly [Named, Named, Named],
  clash: (name: F) => Side,
): Named => {
  const pick = (name: F): unknown => {
    if (same(mine[name], before[name])) return theirs[name]
    if (same(theirs[name], before[name]) || same(mine[name], theirs[name])) return mine[name]
    return clash(name) === 'theirs' ? theirs[name] : mine[name]
  }
  return Object.fromEntries(names.map((name) => [name, pick(name)]).filter(([, value]) => value !== undefined))
}

/** What both changed, and differently. `part` null is the record itself, field `part` a part that one side removed. */
export type Clash<F extends string> = {
  readonly key: string
  readonly part: string | null
  readonly field: F | 'part'
  readonly mine: unknown
  readonly theirs: unknown
}

type Part = { readonly id: string }

/** How a record of parts merges: the fields of its own, those of a part, what a part is called, and the order of the parts. */
export type Shape<R, P extends Part, F extends string> = {
  readonly own: readonly F[]
  readonly ofPart: readonly F[]
  partsOf(record: R): readonly P[]
  titleOf(part: P): string
  orderOf(before: R, mine: R, theirs: R): readonly string[]
}

/** My draft on top of the newer version: neither side's change is lost, and what only a person can decide is told. */
export const mergeParts = <R extends object, P extends Part, F extends string>(
  { own, ofPart, partsOf, titleOf, orderOf }: Shape<R, P, F>,
  before: R,
  mine: R,
  theirs: R,
  chosen: Chosen,
): { readonly fields: Named; readonly parts: readonly P[]; readonly clashes: readonly Clash<F>[] } => {
  const clashes: Clash<F>[] = []
  const ask = (part: string | null, field: F | 'part', values: readonly [mine: unknown, theirs: unknown]): Side => {
    const key = `${part ?? ''}/${field}`
    clashes.push({ key, part, field, mine: values[0], theirs: values[1] })
    return chosen[key] ?? 'mine'
  }
  const fieldsOf = (names: readonly F[], three: readonly [object, object, object], part: string | null): Named => {
    const [was, here, there] = three as readonly [Named, Named, Named]
    return mergeFields(names, [was, here, there], (field) => ask(part, field, [here[field], there[field]]))
  }
  /** A part that one side has and the other has not: added there, or removed here, perhaps after a change. */
  const alone = (was: P | undefined, kept: P, by: Side): readonly P[] => {
    if (!was) return [kept]
    if (same(was, kept)) return []
    const title = titleOf(kept)
    return ask(kept.id, 'part', by === 'mine' ? [title, null] : [null, title]) === by ? [kept] : []
  }
  const find = (record: R, id: string) => partsOf(record).find((one) => one.id === id)
  const fields = fieldsOf(own, [before, mine, theirs], null)
  const parts = orderOf(before, mine, theirs).flatMap((id): readonly P[] => {
    const [was, here, there] = [find(before, id), find(mine, id), find(theirs, id)]
    if (here && there) return [{ ...fieldsOf(ofPart, [was ?? there, here, there], id), id } as unknown as P]
    if (here) return alone(was, here, 'mine')
    return there ? alone(was, there, 'theirs') : []
  })
  const rest = Object.entries(theirs).filter(([name]) => !(own as readonly string[]).includes(name))
  return { fields: { ...Object.fromEntries(rest), ...fields }, parts, clashes }
}
