import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openDataFolder } from '../../../local/data-folder.ts'
import { type Instance, instance } from '../fixture/instance.ts'
import { bytes, LEAST, postingTo } from './posting.ts'

const folder = mkdtempSync(join(tmpdir(), 'shiming-uploads-'))
let local: Instance
let to: ReturnType<typeof postingTo>
const start = async (): Promise<void> => {
  local = await instance({ data: openDataFolder(folder) })
  to = postingTo(local)
}
beforeAll(start)
afterEach(() => local.engine.faults.clear())
afterAll(async () => {
  await local.stop()
  rmSync(folder, { recursive: true })
  expect(local.faults).toEqual([])
})

/** How often a function was told of that file. */
const told = async (name: string): Promise<number> => {
  await local.engine.drain()
  const seen = Object.entries(await local.seen()).filter(([body]) => body.includes(`"${name}"`))
  return seen.reduce((sum, [, times]) => sum + times, 0)
}

describe('faults', () => {
  it('lose an event of a file, and double one', async () => {
    const post = async (name: string) => to.post(await to.allowed(name))
    local.engine.faults.add({ target: 'queue', queue: 'posted', action: 'drop' })
    await post('in/dropped')
    expect([to.events('in/dropped').length, await told('in/dropped')]).toEqual([1, 0])
    local.engine.faults.add({ target: 'queue', queue: 'posted', action: 'duplicate' })
    await post('in/doubled')
    expect([to.events('in/doubled').length, await told('in/doubled')]).toEqual([1, 2])
    await post('in/told')
    expect([to.events('in/told').length, await told('in/told')]).toEqual([1, 1])
  })

  it('lose a form, or the answer to it', async () => {
    const lost = await to.allowed('in/lost')
    local.engine.faults.add({ target: 'route', path: '/_s3/', action: 'break_before' })
    await expect(to.post(lost)).rejects.toThrow()
    expect(await to.found('in/lost')).toBeUndefined()
    const unheard = await to.allowed('in/unheard')
    local.engine.faults.add({ target: 'route', path: '/_s3/', action: 'break_after' })
    await expect(to.post(unheard)).rejects.toThrow()
    expect(await to.found('in/unheard')).toMatchObject({ size: LEAST })
    expect(await told('in/unheard')).toBe(1)
  })
})

describe('a restart', () => {
  it('keeps files, and what was signed before it is good after it', async () => {
    await to.post(await to.allowed('in/kept'))
    const [before, later] = [await to.found('in/kept'), await to.allowed('in/later')]
    const files = await local.engine.dumps.files()
    expect([...(files['intake-000000000000']?.['in/kept'] ?? [])]).toEqual([...bytes(LEAST)])
    await local.engine.restart()
    expect(await local.engine.dumps.files()).toEqual(files)
    expect(await to.found('in/kept')).toEqual(before)
    expect((await to.post(later)).status).toBe(204)
    expect(await told('in/later')).toBe(1)
  })

  it('of the whole engine keeps files that are in a data folder', async () => {
    const before = await to.found('in/kept')
    await local.stop()
    await start()
    expect(before).toMatchObject({ size: LEAST })
    expect(await to.found('in/kept')).toEqual(before)
  })

  it('forgets them where nothing is kept', async () => {
    for (const expected of [undefined, undefined]) {
      const passing = await instance()
      const posting = postingTo(passing)
      expect(await posting.found('in/passing')).toBe(expected)
      await posting.post(await posting.allowed('in/passing'))
      expect(await posting.found('in/passing')).toMatchObject({ size: LEAST })
      await passing.stop()
    }
  })

  it('is not needed to be rid of them: what is cleared is gone', async () => {
    await local.engine.clear()
    expect(await to.found('in/kept')).toBeUndefined()
  })
})
