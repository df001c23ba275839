import type { Story } from '../../data/model/story.ts'
import { paragraphsOf, tellText } from '../../data/model/story_text.ts'
import { storyAnswer } from '../stories.ts'
import type { World } from '../world.ts'
import { frame, list, pathOf, sayIn, section } from './frame.ts'
import { type Html, html } from './html.ts'
import { type PublicPage, type Reader, shorten } from './page.ts'

export const storiesOf = ({ everyone }: World): readonly Story[] => everyone.all('story')

/** Where it is played, and what is taken along. */
const waysOf = (id: string, { site, language }: Reader): Html | null => {
  const say = sayIn(language)
  const { player, pack } = site.storyOf(id)
  const links = [
    player && html`<a href="${player}">${say('present')}</a>`,
    pack && html`<a href="${pack}" download="${`${id}.html`}">${say('pack')}</a>`,
  ].filter((link) => link !== null)
  return links.length === 0 ? null : list(links)
}

/** A story as it is read without the player: every scene with its finding and its text. */
export const storyPage = (id: string, reader: Reader): PublicPage | null => {
  const { site, language, world } = reader
  const answer = storyAnswer(id, world)
  if (!answer) return null
  const { story, figures, sample } = answer
  const say = sayIn(language)
  const path = pathOf('story', story.id)
  const first = story.scenes[0]
  const description = shorten(
    story.subtitle ?? (first ? tellText(first.text, figures[first.id] ?? {}, story.language) : story.name),
  )
  // A story is told in its author's own language.
  const told = html`<div lang="${story.language}">${[
    story.subtitle && html`<p>${story.subtitle}</p>`,
    ...story.scenes.map(({ id: scene, title, text }) =>
      section(
        title,
        paragraphsOf(text).map((part) => html`<p>${tellText(part, figures[scene] ?? {}, story.language)}</p>`),
      ),
    ),
  ]}</div>`
  const content = [waysOf(story.id, reader), told]
  const data = {
    '@context': 'https://schema.org',
    '@type': 'Article',
    headline: story.name,
    description,
    url: `${site.base}${site.pageOf(path, language)}`,
    inLanguage: story.language,
    dateModified: story.confirmed,
  }
  return {
    path,
    language,
    title: story.name,
    description,
    type: 'article',
    data: [data],
    main: frame({ path, title: story.name, about: say('stories'), content, isSample: sample }, reader),
    view: Object.fromEntries(new URLSearchParams(first?.view ?? '')),
    isSample: sample,
  }
}
