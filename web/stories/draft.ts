import type { Annotation, Scene, Story, StoryFigure } from '../../data/model/story.ts'

/** Fields given as undefined are taken away. */
export type SceneChange = { readonly [K in keyof Scene]?: Scene[K] | undefined }
export type StoryChange = { readonly [K in keyof Story]?: Story[K] | undefined }

const changed = <T extends object>(record: T, change: object): T =>
  Object.fromEntries(Object.entries({ ...record, ...change }).filter(([, value]) => value !== undefined)) as T

export const changeStory = (story: Story, change: StoryChange): Story => changed(story, change)

export const changeScene = (story: Story, id: string, change: SceneChange): Story => ({
  ...story,
  scenes: story.scenes.map((scene) => (scene.id === id ? changed(scene, change) : scene)),
})

/** After the scene of that id; at the end where there is none. */
export const insertScene = (story: Story, scene: Scene, after: string | null): Story => {
  const at = story.scenes.findIndex(({ id }) => id === after)
  return { ...story, scenes: story.scenes.toSpliced(at < 0 ? story.scenes.length : at + 1, 0, scene) }
}

export const duplicateScene = (story: Story, id: string, newId: string): Story => {
  const scene = story.scenes.find((one) => one.id === id)
  return scene ? insertScene(story, { ...scene, id: newId }, id) : story
}

export const dropScene = (story: Story, id: string): Story => ({
  ...story,
  scenes: story.scenes.filter((scene) => scene.id !== id),
})

/** To a place counted from nought; beyond either end it stays at that end. */
export const moveScene = (story: Story, id: string, place: number): Story => {
  const scene = story.scenes.find((one) => one.id === id)
  if (!scene) return story
  const rest = story.scenes.filter((one) => one !== scene)
  const scenes = rest.toSpliced(Math.max(0, Math.min(rest.length, place)), 0, scene)
  return scenes.every((one, at) => one === story.scenes[at]) ? story : { ...story, scenes }
}

/** Null takes the figure away. */
export const changeFigure = (story: Story, id: string, name: string, figure: StoryFigure | null): Story => {
  const scene = story.scenes.find((one) => one.id === id)
  if (!scene) return story
  const { [name]: _, ...rest } = scene.figures
  return changeScene(story, id, { figures: figure ? { ...scene.figures, [name]: figure } : rest })
}

/** The subject itself, or with the first number that is free: `gap`, `gap2`. */
export const freeName = (subject: string, taken: Scene['figures']): string => {
  if (!Object.hasOwn(taken, subject)) return subject
  let number = 2
  while (Object.hasOwn(taken, `${subject}${number}`)) number += 1
  return `${subject}${number}`
}

export const addAnnotation = (story: Story, id: string, annotation: Annotation): Story => {
  const annotations = story.scenes.find((one) => one.id === id)?.annotations ?? []
  return changeScene(story, id, { annotations: [...annotations, annotation] })
}

/** Null takes the annotation away. */
export const changeAnnotation = (story: Story, id: string, at: number, annotation: Annotation | null): Story => {
  const annotations = story.scenes.find((one) => one.id === id)?.annotations ?? []
  return changeScene(story, id, { annotations: annotations.toSpliced(at, 1, ...(annotation ? [annotation] : [])) })
}

/** An id that no scene of the story has. */
export const freeSceneId = ({ scenes }: Pick<Story, 'scenes'>): string => {
  let number = scenes.length + 1
  while (scenes.some(({ id }) => id === `adegan-${number}`)) number += 1
  return `adegan-${number}`
}
