import { Camera, Trash2 } from 'lucide-react'
import { useEffect, useId, useMemo, useState } from 'react'
import { useText } from '../../text/useText.ts'
import type { DraftPhoto } from '../draft.ts'
import { useEditing } from '../editing.ts'
import { Remarks } from '../form/Remarks.tsx'
import { newId } from '../new_id.ts'
import { inMinutes } from '../position_words.ts'
import { drawn } from '../sites.ts'
import { type Exif, exifOf } from './exif.ts'
import { shrink } from './shrink.ts'

const MOST_PHOTOS = 6
/** The part of a file that may say where it was taken stands at its beginning, save in a WebP. */
const HEAD_BYTES = 256 * 1024

const headOf = async (file: File): Promise<Uint8Array> => {
  const part = file.type === 'image/webp' ? file : file.slice(0, HEAD_BYTES)
  return new Uint8Array(await part.arrayBuffer())
}

const usePicture = ({ id, blob }: DraftPhoto): string => {
  const own = useMemo(() => (blob ? URL.createObjectURL(blob) : null), [blob])
  useEffect(
    () => () => {
      if (own) URL.revokeObjectURL(own)
    },
    [own],
  )
  return own ?? `/api/photos/${encodeURIComponent(id ?? '')}`
}

const Photo = ({ photo, at }: { readonly photo: DraftPhoto; readonly at: number }) => {
  const { say, date } = useText()
  const id = useId()
  const { changePhotos } = useEditing().marking
  return (
    <li className="edit-photo">
      <img src={usePicture(photo)} alt={photo.caption || say('edit.photo.alt', { n: at + 1 })} />
      <div>
        <label htmlFor={id}>{say('edit.photo.caption')}</label>
        <input
          id={id}
          value={photo.caption}
          maxLength={200}
          onChange={({ target }) =>
            changePhotos((all) => all.map((one) => (one.key === photo.key ? { ...one, caption: target.value } : one)))
          }
        />
        {photo.takenOn && <p className="edit-hint">{say('edit.photo.taken', { date: date(photo.takenOn) })}</p>}
        <button
          type="button"
          className="button-quiet"
          onClick={() => changePhotos((all) => all.filter(({ key }) => key !== photo.key))}
        >
          <Trash2 aria-hidden="true" />
          {say('edit.photo.remove')}
        </button>
      </div>
    </li>
  )
}

type Offer = NonNullable<Exif['position']>

/** Pictures, made small on this device; where one was taken is offered as a site and then forgotten. */
export const Photos = () => {
  const { say, language } = useText()
  const id = useId()
  const { marking, show } = useEditing()
  const { photos, changePhotos, changeSites } = marking
  const [offer, setOffer] = useState<Offer | null>(null)
  const [state, setState] = useState<'idle' | 'busy' | 'unreadable'>('idle')
  const add = async (files: readonly File[]) => {
    setState('busy')
    let unreadable = false
    for (const file of files.slice(0, MOST_PHOTOS - photos.length)) {
      const { position, takenOn } = exifOf(await headOf(file))
      const blob = await shrink(file)
      if (!blob) {
        unreadable = true
        continue
      }
      changePhotos((all) => [...all, { key: newId(), id: null, blob, caption: '', takenOn }])
      if (position) setOffer(position)
    }
    setState(unreadable ? 'unreadable' : 'idle')
  }
  const take = ({ lng, lat }: Offer) => {
    changeSites((sites) => [...sites, drawn({ type: 'Point', coordinates: [lng, lat] })])
    show([lng - 0.005, lat - 0.005, lng + 0.005, lat + 0.005])
    setOffer(null)
  }
  return (
    <div className="edit-field">
      <p className="edit-hint" id={`${id}-hint`}>
        {say('edit.photos.hint')}
      </p>
      {photos.length > 0 && (
        <ul className="edit-photos">
          {photos.map((photo, at) => (
            <Photo key={photo.key} photo={photo} at={at} />
          ))}
        </ul>
      )}
      {offer && (
        <div className="edit-remark" data-severity="question" role="status">
          {say('edit.photo.offer', { position: inMinutes([offer.lng, offer.lat], language) })}
          <button type="button" className="button-quiet edit-remedy" onClick={() => take(offer)}>
            {say('edit.photo.take')}
          </button>
          <button type="button" className="button-quiet edit-remedy" onClick={() => setOffer(null)}>
            {say('edit.photo.leave')}
          </button>
        </div>
      )}
      {photos.length < MOST_PHOTOS && (
        <label className="button-plain edit-file" htmlFor={id}>
          <Camera aria-hidden="true" />
          {say(state === 'busy' ? 'edit.photo.busy' : 'edit.photo.add')}
          <input
            id={id}
            type="file"
            accept="image/*"
            multiple
            disabled={state === 'busy'}
            aria-describedby={`${id}-hint`}
            onChange={({ target }) => {
              const files = [...(target.files ?? [])]
              target.value = ''
              void add(files)
            }}
          />
        </label>
      )}
      {state === 'unreadable' && (
        <p className="edit-remark" data-severity="error" role="status">
          {say('edit.photo.unreadable')}
        </p>
      )}
      <Remarks field="photos" />
    </div>
  )
}
