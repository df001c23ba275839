import { textOf } from '../../data/model/fact_words.ts'
import type { Organisation } from '../../data/model/organisation.ts'
import { ORGANISATION_KIND_LABELS } from '../../data/model/organisation.ts'
import type { ProfileAnswer } from '../../data/model/profile.ts'
import { AGREEMENT_STAGE_WORDS, ROLE_WORDS, STATUS_WORDS } from '../../data/model/record_words.ts'
import type { Stated } from '../../data/model/stated.ts'
import { profileOf } from '../profile.ts'
import { frame, list, pathOf, recordLink, sayIn, section, terms } from './frame.ts'
import { type Html, html, webAddress } from './html.ts'
import { namesFor, type PublicPage, type Reader, regionShown, shorten } from './page.ts'

const NAMED_VILLAGES = 60

const yearsOf = (start: string, end: string | null): string => {
  const [from, to] = [start.slice(0, 4), end?.slice(0, 4) ?? '...']
  return from === to ? from : `${from}-${to}`
}

const activityTable = ({ activities }: ProfileAnswer, reader: Reader): Html => {
  const say = sayIn(reader.language)
  const { date, count } = textOf(reader.language)
  if (activities.length === 0) return html`<p>${say('none')}</p>`
  const heads = (['activity', 'period', 'status', 'role', 'villages', 'confirmed'] as const).map(
    (word) => html`<th scope="col">${say(word)}</th>`,
  )
  const rows = activities.map(({ id, title, start, end, status, role, villages }) => {
    const confirmed = reader.world.everyone.find('activity', id)?.record.confirmed
    return html`<tr><th scope="row">${recordLink('activity', id, title, reader)}</th><td>${yearsOf(start, end)}</td><td>${STATUS_WORDS[status][reader.language]}</td><td>${ROLE_WORDS[role]?.[reader.language] ?? role}</td><td>${count(villages)}</td><td>${confirmed && date(confirmed)}</td></tr>`
  })
  return html`<table><thead><tr>${heads}</tr></thead><tbody>${rows}</tbody></table>`
}

const figures = (
  { activities, villages, themes, beneficiaries, completeness }: ProfileAnswer,
  reader: Reader,
): Html => {
  const { language } = reader
  const say = sayIn(language)
  const { count, share } = textOf(language)
  const names = namesFor(reader)
  const of = ({ known, of: all }: Stated) =>
    language === 'id' ? `disebut ${known} dari ${all} kegiatan` : `stated by ${known} of ${all} activities`
  const stated = beneficiaries.known > 0 ? `${count(beneficiaries.total)} (${of(beneficiaries)})` : of(beneficiaries)
  return terms([
    [say('activities'), count(activities.length)],
    [say('villages'), count(villages.length)],
    [say('themes'), themes.map(({ theme, activities: own }) => `${names.theme(theme)} (${count(own)})`).join(', ')],
    [say('people'), stated],
    [say('completeness'), share(completeness.share)],
  ])
}

const contentOf = (answer: ProfileAnswer, reader: Reader) => {
  const { site, language } = reader
  const say = sayIn(language)
  const { organisation, villages, agreements } = answer
  const address = webAddress(organisation.source.url)
  const named = villages.slice(0, NAMED_VILLAGES).map(({ name, within }) => `${name} (${within})`)
  const rest = villages.length - named.length
  const map = site.mapOf({ organisation: organisation.id }, language)
  return [
    figures(answer, reader),
    section(say('activities'), activityTable(answer, reader)),
    villages.length > 0 &&
      section(`${say('villages')}: ${villages.length}`, html`<p>${named.join(', ')}${rest > 0 && ` (+${rest})`}</p>`),
    agreements.length > 0 &&
      section(
        say('agreements'),
        list(
          agreements.map(({ id, title, kind, stage }) => [
            recordLink('agreement', id, title, reader),
            ` (${kind}, ${AGREEMENT_STAGE_WORDS[stage][language]})`,
          ]),
        ),
      ),
    section(
      say('source'),
      html`<p>${organisation.source.text}${address && html`. <a href="${address}" rel="noopener">${say('openSource')}</a>`}</p>`,
    ),
    map && html`<p><a href="${map}">${say('map')}</a></p>`,
  ]
}

/** What an organisation does, from the same answer as its profile on the screen. */
export const organisationPage = (organisation: Organisation, reader: Reader): PublicPage => {
  const { site, language, world, today } = reader
  const answer = profileOf(organisation, today, world)
  const path = pathOf('organisation', organisation.id)
  const kind = ORGANISATION_KIND_LABELS[organisation.kind][language]
  const { isSample, activities, villages } = answer
  const work =
    language === 'id'
      ? `${activities.length} kegiatan di ${villages.length} desa, entri jurnal ${answer.asOf.seq}`
      : `${activities.length} activities in ${villages.length} villages, journal entry ${answer.asOf.seq}`
  const description = shorten(`${organisation.name}, ${kind}: ${work}.`)
  const data = {
    '@context': 'https://schema.org',
    '@type': 'Organization',
    name: organisation.name,
    ...(organisation.shortName ? { alternateName: organisation.shortName } : {}),
    description,
    url: `${site.base}${site.pageOf(path, language)}`,
  }
  return {
    path,
    language,
    title: organisation.name,
    description,
    type: 'profile',
    data: [data],
    main: frame({ path, title: organisation.name, about: kind, content: contentOf(answer, reader), isSample }, reader),
    view: {
      ...regionShown({ region: organisation.region, codes: villages.map(({ code }) => code) }, world),
      ...(answer.themes[0] ? { theme: answer.themes[0].theme } : {}),
      organisation: organisation.id,
    },
    isSample,
  }
}
