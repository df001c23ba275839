export const analysis = {
  'analysis.back': 'Back to the answer',
  'analysis.loading': 'Computing',
  'pairs.figure': '{count, plural, one {pair of organisations} other {pairs of organisations}}',
  'pairs.of': 'in {villages} of {total} {units}',
  'pairs.ground': '{ha} ha of ground served by more than one organisation',
  'pairs.with': 'Pairs of',
  'pairs.everyone': 'all organisations',
  'pairs.list': 'Pairs of organisations',
  'pairs.units': '{count} {units}',
  'pairs.many': 'Three organisations or more in one {unit}',
  'pairs.none':
    'No two organisations work on {theme} in the same place in {region} in {period}. Choose another theme, year or area in the question.',
  'pairs.noneOf': 'This organisation meets no other on {theme} in {period}.',
  'pairs.about': 'Hectares are counted where the areas of both meet; work given as a point or a village name has none.',
} as const
