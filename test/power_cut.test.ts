import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { verifyJournal } from '../server/journal/verify.ts'
import { powerCutFiles, writeImage } from './crash/power_cut.ts'
import { findLost, openHome, runSession, type Told } from './crash/session.ts'
import { hastyFiles } from './journal/faulty_files.ts'
import { ownFolder } from './journal/own_folder.ts'

/** Where a hook of the same name would have to be: steps that no session may do without. */
const STEPS = ['datasync', 'folder', 'half', 'open', 'remove', 'rename', 'syncFolder', 'write']

test('whatever the disk holds when the power goes, at each step of two days, is all that was promised and nothing by half', async () => {
  const home = ownFolder()
  const told: Told[] = []
  const { files, moments } = powerCutFiles(home, () => told)
  await runSession(home, files, (one) => told.push(one))
  expect([...new Set(moments.map(({ step }) => step.what))].sort()).toEqual(STEPS)
  expect(told.length).toBe(16)

  const copy = join(ownFolder(), 'home')
  const lost: string[] = []
  for (const [at, { step, told: promised, images }] of moments.entries())
    for (const [n, image] of images.entries()) {
      writeImage(copy, image)
      try {
        const { broken, snapshot } = await verifyJournal(join(copy, 'journal'))
        if (broken?.acknowledged || snapshot?.agrees === false)
          lost.push(`${at} ${step.what} ${n}: journal or snapshot`)
        const opened = await openHome(copy, hastyFiles)
        for (const what of await findLost(opened, promised)) lost.push(`${at} ${step.what} ${step.path} ${n}: ${what}`)
        await opened.people.close()
        await opened.store.close()
        expect((await verifyJournal(opened.journal)).broken).toBeNull()
      } finally {
        rmSync(copy, { recursive: true, force: true })
      }
    }
  expect(lost).toEqual([])
}, 60_000)
