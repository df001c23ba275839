import type { Annotation, Position, Scene, Story } from './story.ts'
import { FIGURE_NAME, namesIn } from './story_text.ts'
import type { Words } from './words.ts'
import type { Finding } from './work.ts'

export const MOST_SCENES = 60
export const MOST_ANNOTATIONS = 40
export const MOST_FIGURES = 20
/** Corners of one area; a hand seldom sets so many. */
export const MOST_CORNERS = 150
/** Characters of what is written on the map. */
export const LONGEST_ANNOTATION = 160
export const LONGEST_TITLE = 200
export const LONGEST_VIEW = 4_000

/** The names in a search that no view can be read from; empty where all of it is read. */
export type Unreadable = (search: string) => readonly string[]

const say = (field: string, name: string, words: Words): Finding => ({ field, severity: 'error', name, words })

const called = ({ title }: Scene, at: number): string => (title === '' ? `${at + 1}` : `${at + 1} ("${title}")`)

const idsOf = (scenes: readonly Scene[]): Finding[] =>
  scenes.flatMap(({ id }, at) =>
    /^[a-z0-9-]{1,60}$/.test(id) && scenes.findIndex((one) => one.id === id) === at
      ? []
      : [
          say(`scenes.${at}.id`, 'form', {
            id: `Adegan ke-${at + 1} perlu id sendiri: huruf kecil, angka, tanda hubung.`,
            en: `Scene ${at + 1} needs an id of its own: lower case letters, digits, hyphens.`,
          }),
        ],
  )

const viewOf = (search: string | undefined, field: string, scene: string, unreadable: Unreadable): Finding[] => {
  const bad = search === undefined ? [] : search.length > LONGEST_VIEW ? [field] : unreadable(search)
  return bad.length === 0
    ? []
    : [
        say(field, 'view', {
          id: `Tampilan adegan ${scene} tidak terbaca: ${bad.join(', ')}. Ambil lagi dari peta.`,
          en: `The view of scene ${scene} cannot be read: ${bad.join(', ')}. Take it from the map again.`,
        }),
      ]
}

const swipeOf = ({ kind, after }: Scene, field: string, scene: string): Finding[] =>
  kind === 'swipe' && after === undefined
    ? [
        say(`${field}.after`, 'missing', {
          id: `Adegan ${scene} membandingkan dua peta, tetapi yang kedua belum dipilih.`,
          en: `Scene ${scene} compares two maps, but the second is not chosen yet.`,
        }),
      ]
    : []

const positionsOf = (annotation: Annotation): readonly Position[] => {
  switch (annotation.kind) {
    case 'arrow':
      return [annotation.from, annotation.to]
    case 'area':
      return annotation.ring
    default:
      return [annotation.at]
  }
}

const isInWorld = ([lng, lat]: Position): boolean => Math.abs(lng) <= 180 && Math.abs(lat) <= 85

const annotationOf = (annotation: Annotation, field: string, scene: string): Finding[] => [
  ...(positionsOf(annotation).every(isInWorld)
    ? []
    : [
        say(field, 'outside', {
          id: `Anotasi pada adegan ${scene} ada di luar peta dunia. Tulis bujur lebih dahulu, lalu lintang.`,
          en: `An annotation of scene ${scene} lies outside the map of the world. Write the longitude first, then the latitude.`,
        }),
      ]),
  ...(annotation.kind !== 'area' || (annotation.ring.length >= 3 && annotation.ring.length <= MOST_CORNERS)
    ? []
    : [
        say(`${field}.ring`, 'corners', {
          id: `Area pada adegan ${scene} perlu 3 sampai ${MOST_CORNERS} titik.`,
          en: `The area in scene ${scene} needs 3 to ${MOST_CORNERS} corners.`,
        }),
      ]),
  ...((annotation.text ?? '').length <= LONGEST_ANNOTATION && !(annotation.kind === 'label' && annotation.text === '')
    ? []
    : [
        say(`${field}.text`, 'length', {
          id: `Tulisan di peta pada adegan ${scene} perlu 1 sampai ${LONGEST_ANNOTATION} karakter.`,
          en: `What is written on the map of scene ${scene} needs 1 to ${LONGEST_ANNOTATION} characters.`,
        }),
      ]),
]

const figuresOf = (
  { figures, title, text }: Scene,
  field: string,
  scene: string,
  unreadable: Unreadable,
): Finding[] => [
  ...Object.entries(figures).flatMap(([name, { view, frozen }]): Finding[] => {
    const isSound =
      !frozen || (frozen.value >= 0 && frozen.of >= frozen.value && !Number.isNaN(Date.parse(frozen.date)))
    return [
      ...(FIGURE_NAME.test(name) && isSound
        ? []
        : [
            say(`${field}.figures.${name}`, 'figure', {
              id: `Angka "${name}" pada adegan ${scene} tidak sah: nama berhuruf kecil, nilainya antara nol dan penyebutnya.`,
              en: `Figure "${name}" of scene ${scene} is unsound: a name in lower case, a value between zero and its denominator.`,
            }),
          ]),
      ...viewOf(view, `${field}.figures.${name}.view`, scene, unreadable),
    ]
  }),
  ...namesIn(`${title} ${text}`)
    .filter((name) => !Object.hasOwn(figures, name))
    .map((name) =>
      say(`${field}.text`, 'unknown', {
        id: `Adegan ${scene} menyebut angka {${name}} yang belum dibuat. Tambahkan angkanya atau hapus sebutannya.`,
        en: `Scene ${scene} names a figure {${name}} that is not there yet. Add the figure, or take its name out.`,
      }),
    ),
]

const tooMany = (field: string, count: number, most: number, words: Words): Finding[] =>
  count <= most ? [] : [say(field, 'too_many', words)]

const amountsOf = ({ annotations, figures, title }: Scene, field: string, scene: string): Finding[] => [
  ...tooMany(`${field}.annotations`, annotations.length, MOST_ANNOTATIONS, {
    id: `Adegan ${scene} memuat lebih dari ${MOST_ANNOTATIONS} anotasi. Bagi menjadi dua adegan.`,
    en: `Scene ${scene} has more than ${MOST_ANNOTATIONS} annotations. Divide it into two scenes.`,
  }),
  ...tooMany(`${field}.figures`, Object.keys(figures).length, MOST_FIGURES, {
    id: `Adegan ${scene} memuat lebih dari ${MOST_FIGURES} angka. Bagi menjadi dua adegan.`,
    en: `Scene ${scene} has more than ${MOST_FIGURES} figures. Divide it into two scenes.`,
  }),
  ...tooMany(`${field}.title`, title.length, LONGEST_TITLE, {
    id: `Judul adegan ${scene} lebih dari ${LONGEST_TITLE} karakter. Persingkat.`,
    en: `The title of scene ${scene} has more than ${LONGEST_TITLE} characters. Shorten it.`,
  }),
]

/** What can be said of a story by itself; each of these keeps it from being saved. */
export const findingsOf = ({ scenes }: Pick<Story, 'scenes'>, unreadable: Unreadable): readonly Finding[] => [
  ...tooMany('scenes', scenes.length, MOST_SCENES, {
    id: `Cerita memuat lebih dari ${MOST_SCENES} adegan. Bagi menjadi dua cerita.`,
    en: `The story has more than ${MOST_SCENES} scenes. Divide it into two stories.`,
  }),
  ...idsOf(scenes),
  ...scenes.flatMap((scene, at) => {
    const field = `scenes.${at}`
    const name = called(scene, at)
    return [
      ...viewOf(scene.view, `${field}.view`, name, unreadable),
      ...viewOf(scene.after, `${field}.after`, name, unreadable),
      ...swipeOf(scene, field, name),
      ...amountsOf(scene, field, name),
      ...scene.annotations.flatMap((one, index) => annotationOf(one, `${field}.annotations.${index}`, name)),
      ...figuresOf(scene, field, name, unreadable),
    ]
  }),
]
