import type { multiples as source } from '../id/multiples.ts'

export const multiples: { readonly [K in keyof typeof source]: string } = {
  'multiples.title.year': '{theme} in {region}, year by year',
  'multiples.title.theme': 'All themes in {region}, {period}',
  'multiples.by': 'Arrange by',
  'multiples.by.year': 'By year',
  'multiples.by.theme': 'By theme',
  'multiples.silent': 'Without targets and activities in {period}: {themes}.',
}
