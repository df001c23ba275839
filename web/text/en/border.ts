import type { border as indonesian } from '../id/border.ts'

/** The border workspace of two regencies. */
export const border: Record<keyof typeof indonesian, string> = {
  'border.title': 'Border workspace',
  'border.about':
    'Both sides of the common boundary, village by village, in the agreed fields. Each side changes its own records.',
  'border.back': 'Back to agreements',
  'border.found': 'Villages at the border',
  'border.a': 'First regency',
  'border.b': 'Second regency',
  'border.within': 'Within',
  'border.year': 'Year',
  'border.agreement': 'Agreement',
  'border.km': '{km} km',
  'border.figure': 'villages within {km} km of a common boundary of {length} km, data of {date}',
  'border.village': 'Village',
  'border.distance': 'Distance',
  'border.touching': 'at the border',
  'border.side': '{name}, {count} villages',
  'border.activities': 'Activities in the agreed fields ({count})',
  'border.targets': 'Targets in the agreed fields ({count})',
  'border.map': 'Villages within {km} km of the border of {a} and {b}',
  'border.apart': '{a} and {b} have no common boundary. Choose two neighbouring regencies.',
  'border.none': 'No agreement covers both regencies yet. Sekber can enter one on the page of agreements.',
}
