import type { saved as source } from '../id/saved.ts'

export const saved: { readonly [K in keyof typeof source]: string } = {
  'saved.title': 'Saved views',
  'saved.lead':
    'Keep the questions you watch. Each time you come back, Bentang tells what changed since you last looked. All of it stays on this device.',
  'saved.name': 'Name of this view',
  'saved.save': 'Save',
  'saved.already': 'What is on the screen now is saved as “{name}”.',
  'saved.full': 'There are {most, number} views. Remove one to save another.',
  'saved.refused': 'This browser does not allow saving. Copy the link from Share instead.',
  'saved.none': 'Nothing is saved yet.',
  'saved.asOf': 'as of {date}',
  'saved.same': 'Unchanged since {since}.',
  'saved.changed': 'Since {since}: {gone, number} {goneUnits} no longer, {added, number} {addedUnits} new',
  'saved.gone': 'No longer:',
  'saved.added': 'New:',
  'saved.open': 'Open',
  'saved.openOf': 'Open {name}',
  'saved.rename': 'Rename',
  'saved.renameOf': 'Rename {name}',
  'saved.renameDone': 'Use this name',
  'saved.remove': 'Remove',
  'saved.removeOf': 'Remove {name}',
  'saved.removed': '“{name}” was removed.',
  'saved.restore': 'Put it back',
}
