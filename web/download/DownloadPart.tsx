import type { SharePartProps } from '../share/part.ts'
import Downloads from './Downloads.tsx'

/** Downloads as one of the ways to take a view along. */
const DownloadPart = ({ view, context }: SharePartProps) => <Downloads view={view} context={context} />
export default DownloadPart
