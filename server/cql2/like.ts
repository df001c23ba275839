/** One character, any one (`_`), or any number of any (`%`). */
type Step = string | { readonly any: 'one' | 'some' }

const stepsOf = (pattern: string): readonly Step[] => {
  const steps: Step[] = []
  let isEscaped = false
  for (const character of pattern) {
    if (isEscaped || (character !== '\\' && character !== '%' && character !== '_')) steps.push(character)
    else if (character === '%') steps.push({ any: 'some' })
    else if (character === '_') steps.push({ any: 'one' })
    isEscaped = !isEscaped && character === '\\'
  }
  return isEscaped ? [...steps, '\\'] : steps
}

const isSome = (step: Step | undefined): boolean => typeof step === 'object' && step.any === 'some'

/** A test for texts against a pattern of LIKE; takes at most the product of both lengths, whatever the pattern. */
export const likeTest = (pattern: string): ((text: string) => boolean) => {
  const steps = stepsOf(pattern)
  return (text) => {
    const characters = [...text]
    let [at, step] = [0, 0]
    // Where the last "%" stood and how far it has reached: it gives way one character at a time.
    let [some, reached] = [-1, 0]
    while (at < characters.length) {
      const wanted = steps[step]
      if (isSome(wanted)) {
        some = step
        reached = at
        step += 1
      } else if (wanted !== undefined && (typeof wanted === 'object' || wanted === characters[at])) {
        at += 1
        step += 1
      } else if (some >= 0) {
        reached += 1
        at = reached
        step = some + 1
      } else return false
    }
    return steps.slice(step).every(isSome)
  }
}
