import type { hc } from 'hono/client'
import type { JSONParsed } from 'hono/utils/types'
import { expectTypeOf, test } from 'vitest'
import type {
  Accepted,
  CheckAnswer,
  Claim,
  HistoryLine,
  RewardAnswer,
  WorkList,
  WorkRecord,
} from '../../data/model/work.ts'
import type { AppType } from '../../server/app.ts'

type Api = ReturnType<typeof hc<AppType>>['api']
type Ok<Call> = Call extends (...given: never[]) => Promise<infer Response>
  ? Response extends { readonly ok: true; json(): Promise<infer Body> }
    ? Body
    : never
  : never
type Record = Api['work']['records'][':kind'][':id']

test('what members are answered is what the model says, and none of it is any', () => {
  expectTypeOf<Ok<Api['work']['records']['$get']>>().toEqualTypeOf<JSONParsed<WorkList>>()
  expectTypeOf<Ok<Record['$get']>>().toEqualTypeOf<JSONParsed<WorkRecord>>()
  expectTypeOf<Ok<Record['$put']>>().toEqualTypeOf<JSONParsed<Accepted>>()
  expectTypeOf<Ok<Record[':step']['$post']>>().toEqualTypeOf<JSONParsed<Accepted>>()
  expectTypeOf<Ok<Record['history']['$get']>>().toEqualTypeOf<JSONParsed<readonly HistoryLine[]>>()
  expectTypeOf<Ok<Record['reward']['$get']>>().toEqualTypeOf<JSONParsed<RewardAnswer>>()
  expectTypeOf<Ok<Api['work']['records'][':kind']['$post']>>().toEqualTypeOf<JSONParsed<Accepted>>()
  expectTypeOf<Ok<Api['work']['check']['$post']>>().toEqualTypeOf<JSONParsed<CheckAnswer>>()
  expectTypeOf<Ok<Api['work']['check']['$post']>>().not.toBeAny()
  expectTypeOf<Ok<Api['review']['$get']>>().toEqualTypeOf<JSONParsed<WorkList>>()
  expectTypeOf<Ok<Api['review']['claims']['$post']>>().toEqualTypeOf<JSONParsed<Claim>>()
})
