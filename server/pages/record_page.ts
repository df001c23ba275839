import { textOf } from '../../data/model/fact_words.ts'
import type { AnyRecord, Kind } from '../../data/model/record.ts'
import { factsOf } from '../../data/model/record_facts.ts'
import { KIND_WORDS, ROLE_WORDS, VERIFICATION_WORDS } from '../../data/model/record_words.ts'
import type { Held } from '../audience.ts'
import { isReaching } from '../audience.ts'
import { describe } from '../describe.ts'
import { recordAnswer } from '../record_answer.ts'
import { frame, list, pathOf, recordLink, sayIn, section, terms } from './frame.ts'
import { type Html, html, webAddress } from './html.ts'
import { namesFor, type PublicPage, type Reader, regionShown, shorten } from './page.ts'

export type RecordHeld = Held & { readonly kind: Kind }

/** So many villages are named; a thousand names are no help to anybody. */
const NAMED_VILLAGES = 60

export const titleOf = ({ kind, record }: RecordHeld, { language }: Pick<Reader, 'language'>): string =>
  'label' in record ? record.label[language] : describe({ kind, record } as AnyRecord).title

const factTerms = ({ kind, record }: RecordHeld, reader: Reader): Html =>
  terms(
    factsOf(kind, record, namesFor(reader)).map(({ label, values }) => {
      const said = values.map(({ text, role, to }) => [
        to ? recordLink(to.kind, to.id, text, reader) : text,
        role ? ` (${role})` : '',
      ])
      return [label, said.length === 1 ? said[0] : list(said)]
    }),
  )

const sourceOf = ({ record: { source } }: RecordHeld, { language }: Reader): Html => {
  const say = sayIn(language)
  const address = webAddress(source.url)
  return html`<p>${source.text}${source.date && `. ${say('published')} ${textOf(language).date(source.date)}`}${address && html`. <a href="${address}" rel="noopener">${say('openSource')}</a>`}</p>
${source.wording && html`<p>${say('wording')}: “${source.wording}”</p>`}`
}

const mainOf = (held: RecordHeld, title: string, reader: Reader): Html => {
  const { world, site, language, today } = reader
  const { kind, record } = held
  const say = sayIn(language)
  const { date, share } = textOf(language)
  const answer = recordAnswer(held, today, world)
  const map = site.mapOf({ selected: `${kind}:${record.id}` }, language)
  const named = answer.villages.slice(0, NAMED_VILLAGES).map(({ name }) => name)
  const rest = answer.villages.length - named.length
  const content = [
    section(say('facts'), factTerms(held, reader)),
    section(say('source'), sourceOf(held, reader)),
    terms([
      [say('confirmed'), date(record.confirmed)],
      [say('verification'), VERIFICATION_WORDS[record.verification][language]],
      [say('completeness'), share(answer.completeness.share)],
      [say('note'), record.note ?? ''],
    ]),
    named.length > 0 &&
      section(
        `${say('villages')}: ${answer.villages.length}`,
        html`<p>${named.join(', ')}${rest > 0 && ` (+${rest})`}</p>`,
      ),
    answer.related.length > 0 &&
      section(
        say('related'),
        list(
          answer.related.map(({ kind: own, id, title: name, relation }) => [
            recordLink(own, id, name, reader),
            ` (${ROLE_WORDS[relation]?.[language] ?? relation})`,
          ]),
        ),
      ),
    map && html`<p><a href="${map}">${say('map')}</a></p>`,
  ]
  const about = html`${KIND_WORDS[kind][language]}`
  return frame({ path: pathOf(kind, record.id), title, about, content, isSample: record.origin === 'sample' }, reader)
}

const descriptionOf = (held: RecordHeld, title: string, reader: Reader): string => {
  const facts = factsOf(held.kind, held.record, namesFor(reader)).slice(0, 5)
  const said = facts.map(({ label, values }) => `${label}: ${values.map(({ text }) => text).join(', ')}`)
  return shorten(`${KIND_WORDS[held.kind][reader.language]}: ${title}. ${said.join('. ')}.`)
}

const viewOf = ({ kind, record }: RecordHeld, { world }: Reader): PublicPage['view'] => {
  const { region, codes, themes } = describe({ kind, record } as AnyRecord)
  const reached = isReaching(kind) ? world.everyone.engine.reachedCodes(kind, record.id) : []
  const [theme] = themes
  return {
    ...regionShown({ region, codes: [...codes, ...reached] }, world),
    ...(theme ? { theme } : {}),
    selected: `${kind}:${record.id}`,
  }
}

/** Any record but a story: what it states, on whose word, since when, and what belongs to it. */
export const recordPage = (held: RecordHeld, reader: Reader): PublicPage => {
  const { site, language } = reader
  const title = titleOf(held, reader)
  const path = pathOf(held.kind, held.record.id)
  const description = descriptionOf(held, title, reader)
  const { source, confirmed, origin } = held.record
  const data = {
    '@context': 'https://schema.org',
    '@type': 'CreativeWork',
    name: title,
    description,
    url: `${site.base}${site.pageOf(path, language)}`,
    inLanguage: language,
    dateModified: confirmed,
    identifier: held.record.id,
    isBasedOn: webAddress(source.url) ?? source.text,
  }
  return {
    path,
    language,
    title,
    description,
    type: 'article',
    data: [data],
    main: mainOf(held, title, reader),
    view: viewOf(held, reader),
    isSample: origin === 'sample',
  }
}
