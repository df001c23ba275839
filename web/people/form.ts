/** A field of a form as text; empty where there is none. */
export const textOf = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

/** The code of a second factor, without the gap that apps show in it. */
export const codeOf = (form: FormData): string => textOf(form, 'code').replace(/\s/g, '')
