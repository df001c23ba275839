import type { SharePartProps } from '../share/part.ts'
import { Keep } from './Saved.tsx'
import { SavedTexts } from './SavedTexts.tsx'

/** Keeping a view as one of the ways to take it along. */
const SavedPart = ({ view, context }: SharePartProps) => (
  <SavedTexts>
    <Keep view={view} context={context} />
  </SavedTexts>
)
export default SavedPart
