import type { share as source } from '../id/share.ts'

export const share: { readonly [K in keyof typeof source]: string } = {
  'share.title': 'Share this view',
  'share.close': 'Close',
  'share.copy': 'Copy',
  'share.copied': 'Copied',
  'share.link': 'Link',
  'share.link.lead': 'The address that opens the same map, layers, filters and selection.',
  'share.link.address': 'Address of this view',
  'share.story': 'Story',
  'share.story.lead': 'This view becomes a scene of a story for presenting.',
}
