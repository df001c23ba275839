export type Language = 'id' | 'en'
/** One meaning in both languages of the screens. */
export type Words = { readonly [L in Language]: string }
