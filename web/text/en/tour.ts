import type { tour as source } from '../id/tour.ts'

export const tour: { readonly [K in keyof typeof source]: string } = {
  'tour.count': '{at} of {of}',
  'tour.back': 'Back',
  'tour.next': 'Next',
  'tour.done': 'Done',
  'tour.skip': 'Skip the tour',
  'tour.question': 'One sentence to ask with',
  'tour.question.text':
    'The whole screen answers this sentence. Change its words to choose the theme, the region, the year and the verdict that is asked about.',
  'tour.answer': 'One figure for an answer',
  'tour.answer.text':
    'The large figure always says what it is counted out of. The bar below it divides all places by their verdict.',
  'tour.legend': 'A legend that is the filter',
  'tour.legend.text':
    'Each row is one verdict with its count and its share. Choose a row, and only the places with that verdict stay on the map.',
  'tour.map': 'A map that explains itself',
  'tour.map.text':
    'Choose a village on the map to read why its verdict is what it is, who its partners are, what its target is and where that comes from.',
  'tour.search': 'Search, ask, share',
  'tour.search.text':
    'Search (Ctrl K on a keyboard) finds places and organisations, and answers questions in your own words. Share gives a link, a download or a print of this view.',
  'tour.folded.rail': 'The Question button on the left opens it.',
  'tour.folded.sheet': 'Enlarge the sheet below to see it.',
}
