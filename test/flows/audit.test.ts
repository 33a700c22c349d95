import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readLocal } from '../../infra/audit/read-local.ts'
import { verifyAudit } from '../../infra/audit/verify.ts'
import type { Instance } from './instance.ts'
import { sharedInstance } from './shared-instance.ts'
import { verifiedUser } from './way.ts'

describe('M7 the audit of a day', () => {
  let instance: Instance
  beforeAll(async () => {
    instance = await sharedInstance()
  })
  afterAll(async () => {
    expect(await instance.end(), 'P11 plaintext identity').toEqual([])
  })
  const verified = async () => verifyAudit(await readLocal(instance.engine.url, undefined))

  it('has a record of whom a vendor was asked about, and is whole before there is any root', async () => {
    await verifiedUser(instance, 'fee')
    const { findings, records, subjects, roots } = await verified()
    expect({ findings, roots }).toEqual({ findings: [], roots: 0 })
    expect([records, subjects].every((count) => count > 0)).toBe(true)
  })

  it('is signed when it is over, and every day after it, also those that were missed', async () => {
    const { platform } = instance
    await platform.pass('72h')
    const { findings, roots, last, records } = await verified()
    expect({ findings, last: last !== null }).toEqual({ findings: [], last: true })
    expect(roots).toBeGreaterThanOrEqual(3)
    expect(records).toBeGreaterThan(0)
    await platform.pass('2h')
    expect((await verified()).findings).toEqual([])
  })
})
