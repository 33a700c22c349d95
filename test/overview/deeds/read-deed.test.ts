import { describe, expect, it } from 'vitest'
import { commitDeed } from '../../../functions/audit/commit-deed.ts'
import { auditKeys } from '../../../functions/audit/keys.ts'
import { showWholeDeed, wholeDeedShown } from '../../../functions/overview/deeds/deed-view.ts'
import { readDeed } from '../../../functions/overview/deeds/read-deed.ts'
import { readDeeds } from '../../../functions/overview/deeds/read-deeds.ts'
import { parse } from '../../../shared/http/request.ts'
import { DAY, rfc3339 } from '../../../shared/kernel/time.ts'
import { remove } from '../../../shared/table/write.ts'
import { auditWorld } from '../../audit/roots/signing.ts'
import { codeOf, valueIn } from '../../kit.ts'

/** Two records of a day, of which the first is asked for; `sealed`, that day has its root. */
const recorded = async () => {
  const at = auditWorld()
  const id = `${at.time.now.toString(16).padStart(12, '0')}7${'0'.repeat(19)}`
  const by = { kind: 'operator', id: 'ling' } as const
  const record = { id, subject: 'order:a', at: at.time.now, by, action: 'refund_recheck', reason: '为什么' } as const
  await commitDeed(at, record, [])
  await at.deed('order:a', '2')
  return { at, record }
}

describe('M7 M8 a deed by its id happy', () => {
  it('says all of its record and its link in the chain, and no root before there is one', async () => {
    const { at, record } = await recorded()
    const shown = showWholeDeed(valueIn(await readDeed(at, record.id)), true)
    expect(shown).toEqual({
      ...{ ...record, at: rfc3339(record.at), n: 1, detail: null, purpose: null, fields: null },
      ...{ previous: '0'.repeat(64), hash: expect.stringMatching(/^[0-9a-f]{64}$/), sealed: false, root: null },
    })
    expect(parse(wholeDeedShown, shown).ok).toBe(true)
  })
  it('says which root covers it, once its day has one, as the lists do', async () => {
    const { at, record } = await recorded()
    const listed = async () => [
      ...valueIn(await readDeeds(at, { subject: 'order:a', limit: 50 })).deeds,
      ...valueIn(await readDeeds(at, { day: '20261120', limit: 50 })).deeds,
    ]
    expect((await listed()).map(({ isSealed }) => isSealed)).toEqual([false, false, false, false])
    at.passes(DAY)
    await at.sign()
    await at.deed('order:a', '3')
    const shown = showWholeDeed(valueIn(await readDeed(at, record.id)), true)
    expect(shown).toMatchObject({ sealed: true, root: { day: '20261120', records: 2 } })
    expect(parse(wholeDeedShown, shown).ok).toBe(true)
    expect((await listed()).map(({ isSealed }) => isSealed)).toEqual([false, true, true, true, true])
  })
})

describe('M7 M8 a deed by its id refused', () => {
  it('where it is none of ours, nobody did it, or its record is gone', async () => {
    const { at, record } = await recorded()
    for (const id of ['', 'x', '#', '0'.repeat(32), record.id.toUpperCase()])
      expect(codeOf(await readDeed(at, id))).toBe('not_found')
    await at.table.commit([remove(auditKeys.record('order:a', 1))])
    expect(codeOf(await readDeed(at, record.id))).toBe('not_found')
  })
})
