import { CATALOGUE_LINK, yearsOf } from '../metadata/facts.ts'
import { catalogueOf } from './datasets.ts'
import { frame, list, sayIn, section } from './frame.ts'
import { html } from './html.ts'
import type { PublicPage, Reader } from './page.ts'
import { PAGE_WORDS } from './page_words.ts'

const regencies = ({ world: { geography }, language }: Reader): readonly string[] =>
  geography.within('', 'regency').map(({ code, name }) => {
    const villages = geography.within(code, 'village').length
    return language === 'id' ? `${name}: ${villages} desa` : `${name}: ${villages} villages`
  })

/** What Bentang is, for whoever comes without a script, and where everything is. */
export const frontPage = async (
  reader: Reader,
  stories: readonly { id: string; name: string }[],
): Promise<PublicPage> => {
  const { site, language } = reader
  const say = sayIn(language)
  const path = '/'
  const links = [
    html`<a href="${site.pageOf('/data', language)}">${say('directory')}</a>: ${say('directoryAbout')}`,
    ...stories.map(
      ({ id, name }) => html`<a href="${site.pageOf(`/present/${encodeURIComponent(id)}`, language)}">${name}</a>`,
    ),
  ]
  const content = [html`<p>${say('about')}</p>`, list(regencies(reader)), section(say('directory'), list(links))]
  return {
    path,
    language,
    title: PAGE_WORDS.name[language],
    description: PAGE_WORDS.about[language],
    type: 'website',
    links: [CATALOGUE_LINK],
    data: [catalogueOf(await yearsOf(reader), reader)],
    main: frame({ path, title: 'Bentang', about: null, content, isSample: false }, reader),
    view: {},
    isSample: false,
  }
}
