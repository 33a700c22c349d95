import { describe, expect, it } from 'vitest'
import { NO_ROOT, statementHash } from '../../../functions/audit/roots/root.ts'
import { rootIn } from '../../../functions/audit/roots/root-store.ts'
import { signRoots } from '../../../functions/audit/roots/sign-roots.ts'
import { verifyAudit } from '../../../infra/audit/verify.ts'
import { DAY, HOUR } from '../../../shared/kernel/time.ts'
import { auditWorld, lived } from './signing.ts'

const rootAt = (at: ReturnType<typeof auditWorld>, day: string) =>
  rootIn(at.objects.files.get(`roots/${day}.jsonl`) ?? '')

describe('M7 the root of a day', () => {
  it('is made an hour after the day, of all its records, and follows the one before', async () => {
    const at = auditWorld()
    await at.deed('order:a', '1')
    // Half past midnight in Beijing.
    at.passes(12 * HOUR)
    expect(await at.sign()).toBe(0)
    at.passes(HOUR)
    expect(await at.sign()).toBe(1)
    at.passes(DAY)
    expect(await at.sign()).toBe(1)
    const [before, root] = [rootAt(at, '20261120'), rootAt(at, '20261121')]
    expect(before.statement).toMatchObject({ previous: NO_ROOT, records: 1 })
    expect(root.statement).toMatchObject({ records: 0, previous: statementHash(before.statement) })
    expect(await at.sign()).toBe(0)
    expect(verifyAudit(at.snapshot()).findings).toEqual([])
  })

  it('rings for the very first, too, once it was missing for six hours, and for nothing where there is no record yet', async () => {
    const none = auditWorld()
    none.passes(23 * HOUR)
    await none.sign()
    expect(none.alarms).toEqual([])
    const at = auditWorld()
    await at.deed('order:a', '1')
    at.passes(18 * HOUR)
    expect(await signRoots({ ...at, remainingMs: () => 0 })).toBe(0)
    expect(at.alarms).toEqual([])
    at.passes(2 * HOUR)
    expect(await signRoots({ ...at, remainingMs: () => 0 })).toBe(0)
    expect(at.alarms).toEqual([{ event: 'audit_root_overdue', fields: { day: '20261120' } }])
  })

  it('is made up for every day that was missed, which rings', async () => {
    const at = auditWorld()
    await at.deed('order:a', '1')
    at.passes(13 * HOUR)
    await at.sign()
    at.passes(3 * DAY)
    expect(await at.sign()).toBe(3)
    expect(at.alarms).toEqual([{ event: 'audit_root_overdue', fields: { day: '20261121' } }])
    expect(verifyAudit(at.snapshot())).toMatchObject({ findings: [], roots: 4, last: '20261123' })
  })

  it('begins with the oldest day that has a record', async () => {
    const at = auditWorld()
    await at.deed('order:a', '1')
    at.passes(5 * DAY)
    expect(await at.sign()).toBe(5)
    expect(at.alarms).toEqual([{ event: 'audit_root_overdue', fields: { day: '20261120' } }])
    expect([...at.objects.files.keys()][0]).toBe('roots/20261120.jsonl')
  })

  it('is the same whoever of two is first, and is noted in the table by whoever comes next', async () => {
    const at = await lived()
    at.passes(DAY)
    const noCommit = { ...at.table, commit: () => Promise.reject(new Error('dies')) }
    await expect(signRoots({ ...at, table: noCommit })).rejects.toThrow('dies')
    await Promise.all([at.sign(), at.sign(), at.sign()])
    at.passes(DAY)
    await at.sign()
    const { findings, roots } = verifyAudit(at.snapshot())
    expect({ findings, roots }).toEqual({ findings: [], roots: at.objects.files.size })
  })

  it('waits for the next time where there is no time left', async () => {
    const at = auditWorld()
    await at.deed('order:a', '1')
    at.passes(5 * DAY)
    expect(await signRoots({ ...at, remainingMs: () => 1000 })).toBe(0)
    expect(at.objects.files.size).toBe(0)
  })
})
