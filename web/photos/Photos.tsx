import './photos.css'
import type { Photo } from '../../data/model/activity.ts'
import { useText } from '../text/useText.ts'

type Props = {
  readonly photos: readonly Photo[]
  /** What they are of, for whoever does not see them. */
  readonly title: string
}

/** The pictures of an activity; each opens at its full size. */
export const Photos = ({ photos, title }: Props) => {
  const { say, date } = useText()
  return (
    <ul className="photos">
      {photos.map(({ id, caption, takenOn }, at) => {
        const address = `/api/photos/${encodeURIComponent(id)}`
        const words = caption || say('record.photo', { n: at + 1, title })
        return (
          <li key={id}>
            <a href={address} target="_blank" rel="noopener">
              <img src={address} alt={words} loading="lazy" />
            </a>
            {(caption || takenOn) && (
              <small>{[caption, takenOn && date(takenOn)].filter((part) => part).join(', ')}</small>
            )}
          </li>
        )
      })}
    </ul>
  )
}
