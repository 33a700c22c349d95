import { execFile } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pathOf } from '../docs/repository.ts'
import { type Instance, instanceFolder, startInstance } from './instance.ts'
import { verifiedUser } from './way.ts'

type Verified = { code: number; findings: object[]; records: number; subjects: number; roots: number; last: string }

/** What `npm run audit:verify` says of an engine. */
const verified = ({ engine }: Instance): Promise<Verified> =>
  new Promise((resolve) => {
    const command = [pathOf('infra/audit/verify-command.ts'), '--local', engine.url, '--json']
    execFile(process.execPath, command, (error, out) => {
      resolve({ code: error === null ? 0 : Number(error.code), ...JSON.parse(out) })
    })
  })

describe('M7 the audit of an engine that is stopped and started again', () => {
  let instance: Instance
  let folder: string
  beforeAll(async () => {
    folder = await instanceFolder()
    instance = await startInstance({}, { folder })
    await verifiedUser(instance, 'fee')
    await instance.platform.pass('72h')
  })
  afterAll(async () => {
    expect(await instance.end(), 'P11 plaintext identity').toEqual([])
  })

  it('is whole, with all its roots, where everything was killed', async () => {
    const before = await verified(instance)
    expect(before).toMatchObject({ code: 0, findings: [] })
    expect(Math.min(before.records, before.roots - 1)).toBeGreaterThan(0)
    await instance.engine.restart()
    expect(await verified(instance)).toEqual(before)
  })

  it('is whole in the next engine on the same folder, and goes on: the roots that follow are signed by the same key', async () => {
    const before = await verified(instance)
    expect(await instance.end(), 'P11 plaintext identity').toEqual([])
    instance = await startInstance({}, { folder })
    expect(await verified(instance)).toEqual(before)
    await instance.platform.pass('48h')
    const after = await verified(instance)
    expect(after).toMatchObject({ code: 0, findings: [], records: before.records, roots: before.roots + 2 })
  })
})
