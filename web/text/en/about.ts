import type { about as source } from '../id/about.ts'

export const about: { readonly [K in keyof typeof source]: string } = {
  'about.title': 'About the data and how it is counted',
  'about.lead':
    'Bentang shows who does what, where and when, and what nobody does yet. This page explains what every figure means.',
  'about.tour': 'Get to know the map screen in five steps',
  'about.verdicts': 'Eight verdicts',
  'about.verdicts.lead':
    'Each village, district, regency, island or zone has one verdict for one theme and one period.',
  'about.verdict.gap': 'There is a target, but no active partner.',
  'about.verdict.partial':
    'There is a partner, but less than {share} of the target area is served. The shortfall is given in hectares.',
  'about.verdict.met': 'There is a target, and one partner works on it.',
  'about.verdict.overlap': 'Two or more organisations do the same thing in the same place.',
  'about.verdict.coordinated':
    'Like an overlap, but all of them are bound by one agreement, one joint activity or one action plan.',
  'about.verdict.partner_only': 'A partner works here, but no department has a target.',
  'about.verdict.no_target': 'There is no target and no partner for this theme, while other themes have been reported.',
  'about.verdict.unreported':
    'Nobody has reported anything from this place for the period. That is not zero; it is not known.',
  'about.rules': 'Rules of counting',
  'about.active': 'Active',
  'about.active.text':
    'An activity that is planned, ongoing or completed and whose time meets the period. Suspended and cancelled activities do not count.',
  'about.covers': 'Reaches',
  'about.covers.text':
    'An activity reaches a village when a site names it or the area above it, when a point lies in it, or when its area meets it by at least 1 ha and 1% of the smaller of the two. Boundaries that only touch do not count.',
  'about.unreported': 'No report yet',
  'about.unreported.text': 'Drawn differently from zero, and never added up as zero.',
  'about.once': 'Counted once',
  'about.once.text':
    'An activity with ten sites is one activity. Budgets and people reached are never multiplied by sites.',
  'about.denominator': 'Denominator',
  'about.denominator.text':
    'Every percentage says what it is a share of. Gap, partial and met are shares of places with a target; the other verdicts are shares of all places.',
  'about.area': 'Area',
  'about.area.text': 'Measured on the WGS 84 ellipsoid, in hectares.',
  'about.kinds': 'Three kinds of data',
  'about.kind.sourced': 'From a published source, with its link, date and own words.',
  'about.kind.sample':
    'An invented programme that shows how Bentang works: {count} records. A Mitra Contoh is not a real organisation.',
  'about.kind.sampleNone': 'An invented programme that shows how Bentang works. It is not installed now.',
  'about.kind.entered': 'Entered by a partner or a department and reviewed by the secretariat before everyone sees it.',
  'about.glossary': 'Glossary',
  'about.boundaries': 'Boundaries',
  'about.boundaries.indicative': 'The boundaries shown are indicative and not legal boundaries.',
  'about.boundaries.estimated':
    'The boundaries shown are estimated from village points and are not legal boundaries. For better ones run:',
  'about.sources': 'Sources and licences',
  'about.basemap': 'Rivers and shorelines: GSHHG 2.3.7 and WDBII, P. Wessel and W. H. F. Smith',
  'about.licences': 'Licences of the software used on this page',
  'about.asOf': 'Answers are computed from the journal up to entry {seq}, {date}.',
  'about.close': 'Close this page',
}
