import type { pages as indonesian } from '../id/pages.ts'

export const pages: { readonly [K in keyof typeof indonesian]: string } = {
  'pages.map': 'Map',
  'pages.matching': 'Matching',
  'pages.work': 'My work',
  'pages.review': 'Review',
  'pages.import': 'Import',
  'pages.agreements': 'Agreements',
  'pages.journal': 'Journal',
  'pages.people': 'People',
  'pages.account': 'Account',
  'pages.signIn': 'Sign in',
  'pages.signOut': 'Sign out',
  'pages.sections': 'Sections',
  'pages.skip': 'Skip to the content',
  'pages.mustSignIn': 'This page is for members. Sign in first.',
  'pages.notAllowed': 'Your account ({role}) does not open this page. Ask Sekber or an admin.',
  'pages.mustSetTotp': 'Accounts of Sekber and admins need a second factor. Set it up first; then everything opens.',
  'pages.setTotp': 'Set up the second factor',
  'pages.loading': 'Loading',
  'pages.km': '{km} km',
  'pages.busy': 'One moment',
}
