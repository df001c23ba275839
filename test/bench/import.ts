import { isWhole } from '../imports/counting.ts'
import { homeThatTrusts, runServer } from '../imports/running.ts'
import { openSender, SENDER } from '../imports/sending.ts'
import { takeIn } from '../imports/taking_in.ts'

const FEATURES = 20_000
/** What is asked of an import of that size, on two cores. */
const [MOST_MS, MOST_P99_MS, MOST_MB] = [20_000, 300, 512]
/** A desk with twenty thousand lines is no light thing to count: oftener, and its pace is what would be measured. */
const COUNT_EVERY_MS = 1_000
/** Where the same readers wait longer before anything is imported, others keep the machine busy, and its pace says nothing. */
const IDLE_P99_MS = 100

const line = (what: string, value: number | null, most: number, unit: string) => ({
  what,
  measured: value === null ? '-' : `${Math.round(value)} ${unit}`,
  asked: `< ${most} ${unit}`,
  verdict: value === null ? 'not measurable here' : value < most ? 'PASS' : 'FAIL',
})

const none = (what: string, count: number) => ({
  what,
  measured: `${count}`,
  asked: '0',
  verdict: count === 0 ? 'PASS' : 'FAIL',
})

/**
 * The built server with the sample, one import of twenty thousand features, fifty readers meanwhile. `published`: of an organisation
 * that is trusted, so that all of it is on the map at once.
 */
export const measureImport = async ([how]: readonly string[]): Promise<void> => {
  const isPublished = how === 'published'
  const server = await runServer(isPublished ? await homeThatTrusts(SENDER) : undefined)
  try {
    const found = await takeIn(server, await openSender(server, FEATURES), COUNT_EVERY_MS)
    const { readers, answers, counts, judgedMs, idleP99Ms, memoryBeforeMb, done } = found
    console.log(
      `${FEATURES} features, ${done.added} added, ${done.kept} kept for later; judged after ${Math.round(judgedMs)} ms. ` +
        `${readers} readers, ${answers.length} answers; before the import their p99 was ${Math.round(idleP99Ms)} ms and the server had ` +
        `${memoryBeforeMb === null ? '-' : Math.round(memoryBeforeMb)} MB.`,
    )
    console.table([
      none('answers with 5xx', answers.filter(({ status }) => status >= 500).length),
      none(
        'counts between before and after the batch',
        counts.filter((seen) => !isWhole(seen, done.added) && (isPublished || seen.length > 1)).length,
      ),
      line('from the file to the record', found.recordedMs, MOST_MS, 'ms'),
      line('p99 of the readers meanwhile', found.busyP99Ms, MOST_P99_MS, 'ms'),
      line('most memory of the server', found.mostMemoryMb, MOST_MB, 'MB'),
    ])
    if (idleP99Ms > IDLE_P99_MS) console.log('Others keep this machine busy: these verdicts say little.')
  } finally {
    await server.close()
  }
}
