import { hc } from 'hono/client'
import type { JSONParsed } from 'hono/utils/types'
import { describe, expect, expectTypeOf, test } from 'vitest'
import type {
  AreaReportAnswer,
  ChangeAnswer,
  ContextAnswer,
  CorridorAnswer,
  CoverageAnswer,
  CoverageYearsAnswer,
  ExplanationAnswer,
  FeaturesAnswer,
  LayerSummary,
  MatchAnswer,
  OverlapsAnswer,
  PlaceAnswer,
  RecordAnswer,
  SearchHit,
} from '../data/model/answers.ts'
import type { FlowsAnswer } from '../data/model/flows.ts'
import type { ComparedAnswer, MatchDeskAnswer } from '../data/model/matching.ts'
import type { PersonSummary } from '../data/model/person.ts'
import type { PointsAnswer } from '../data/model/points.ts'
import type { InvitationMade, SessionAnswer, TokenMade } from '../data/model/work.ts'
import type { AppType } from '../server/app.ts'
import { serve } from './served.ts'

type Client = ReturnType<typeof hc<AppType>>
type Api = Client['api']
type Ok<Call> = Call extends (...given: never[]) => Promise<infer Response>
  ? Response extends { readonly ok: true; json(): Promise<infer Body> }
    ? Body
    : never
  : never

/** An unresolved type turns the client's answer into `any` without a word; then nothing below would compile. */
describe('the client knows what the server answers', () => {
  test('no answer is any, and each is what the model says', () => {
    expectTypeOf<Ok<Api['context']['$get']>>().not.toBeAny()
    expectTypeOf<Ok<Api['context']['$get']>>().toEqualTypeOf<JSONParsed<ContextAnswer>>()
    expectTypeOf<Ok<Api['coverage']['$get']>>().not.toBeAny()
    expectTypeOf<Ok<Api['coverage']['$get']>>().toEqualTypeOf<JSONParsed<CoverageAnswer>>()
    expectTypeOf<Ok<Api['coverage']['years']['$get']>>().toEqualTypeOf<JSONParsed<CoverageYearsAnswer>>()
    expectTypeOf<Ok<Api['overlaps']['$get']>>().toEqualTypeOf<JSONParsed<OverlapsAnswer>>()
    expectTypeOf<Ok<Api['points']['$get']>>().toEqualTypeOf<JSONParsed<PointsAnswer>>()
    expectTypeOf<Ok<Api['flows']['$get']>>().toEqualTypeOf<JSONParsed<FlowsAnswer>>()
    expectTypeOf<Ok<Api['corridor']['$get']>>().toEqualTypeOf<JSONParsed<CorridorAnswer>>()
    expectTypeOf<Ok<Api['change']['$get']>>().toEqualTypeOf<JSONParsed<ChangeAnswer>>()
    expectTypeOf<Ok<Api['explanation']['$get']>>().toEqualTypeOf<JSONParsed<ExplanationAnswer>>()
    expectTypeOf<Ok<Api['area-report']['$post']>>().toEqualTypeOf<JSONParsed<AreaReportAnswer>>()
    expectTypeOf<Ok<Api['matches']['$get']>>().toEqualTypeOf<JSONParsed<MatchAnswer | MatchDeskAnswer>>()
    expectTypeOf<Ok<Api['matches']['compared']['$get']>>().toEqualTypeOf<JSONParsed<ComparedAnswer>>()
    expectTypeOf<Ok<Api['search']['$get']>>().toEqualTypeOf<JSONParsed<readonly SearchHit[]>>()
    expectTypeOf<Ok<Api['layers']['$get']>>().toEqualTypeOf<JSONParsed<readonly LayerSummary[]>>()
    expectTypeOf<Ok<Api['features'][':layer']['$get']>>().toEqualTypeOf<JSONParsed<FeaturesAnswer>>()
    expectTypeOf<Ok<Api['places'][':code']['$get']>>().toEqualTypeOf<JSONParsed<PlaceAnswer>>()
    expectTypeOf<Ok<Api['records'][':kind'][':id']['$get']>>().toEqualTypeOf<JSONParsed<RecordAnswer>>()
    expectTypeOf<Ok<Api['records'][':kind'][':id']['$get']>>().not.toBeAny()
    expectTypeOf<Ok<Api['session']['$get']>>().toEqualTypeOf<JSONParsed<SessionAnswer>>()
    expectTypeOf<Ok<Api['session']['$get']>>().not.toBeAny()
    expectTypeOf<Ok<Api['people']['$get']>>().toEqualTypeOf<JSONParsed<readonly PersonSummary[]>>()
    expectTypeOf<Ok<Api['invitations']['$post']>>().toEqualTypeOf<JSONParsed<InvitationMade>>()
    expectTypeOf<Ok<Api['tokens']['$post']>>().toEqualTypeOf<JSONParsed<TokenMade>>()
  })

  test('a misspelt parameter or a missing one does not compile, and the server refuses it too', async () => {
    const { app, world } = await serve()
    const client = hc<AppType>('http://localhost', { fetch: app.request })
    const good = await client.api.coverage.$get({ query: { region: '99.01', theme: 'stunting', period: '2026' } })
    expect(good.status).toBe(200)
    // @ts-expect-error the period is missing
    const bad = await client.api.coverage.$get({ query: { region: '99.01', theme: 'stunting' } })
    expect(bad.status).toBe(400)
    world.close()
  })
})
