import { describe, expect, it } from 'vitest'
import { consentKeys } from '../../../functions/consent/keys.ts'
import type { CheckResult } from '../../../functions/verification/check/checker.ts'
import { runCheck } from '../../../functions/verification/check/run-check.ts'
import { verificationKeys } from '../../../functions/verification/keys.ts'
import { DAY, MINUTE, SECOND } from '../../../shared/kernel/time.ts'
import { type Item, remove, update } from '../../../shared/table/write.ts'
import { type Bought, bought, itemAt, job, person, statusOf, type World, world } from '../../world.ts'
import { vendorNamed } from '../vendors/vendor-named.ts'
import { results } from './scripted-checker.ts'

const consentKeyOf = ({ user, verification }: Bought) => consentKeys.consent(user.accountId, verification.id)

const disclosuresIn = (at: World): Item[] =>
  at.table.items().filter(({ sk, purpose }) => sk.startsWith('DISCLOSURE#') && purpose === 'identity_check')

/** As it was submitted before consents had records: what was agreed to stands in the verification alone. */
const boughtBefore = async (at: World, who = person('match')): Promise<Bought> => {
  const ready = await bought(at, { who })
  const { user, verification } = ready
  const { onRecord: _none, recipients: _nobody, ...consent } = verification.consent
  await at.table.commit([
    remove(consentKeyOf(ready)),
    update(verificationKeys.verification(user.accountId, verification.id), { set: { consent } }),
  ])
  return ready
}

describe('M7 what a check hands on', () => {
  it('is handed on under the consent it was submitted with', async () => {
    const at = world()
    const ready = await bought(at)
    await runCheck(at, job(ready.checkId))
    const { id, accountId, consent } = ready.verification
    expect(disclosuresIn(at)).toMatchObject([
      {
        accountId,
        consentId: id,
        notice: consent.notice,
        purpose: 'identity_check',
        recipient: at.vendors[0]?.name,
        items: ['name', 'id_number', 'phone'],
        check: id,
        at: at.time.now,
      },
    ])
  })

  it('is nothing once that consent is gone, and everything goes back', async () => {
    const at = world()
    const ready = await bought(at)
    await at.table.commit([remove(consentKeyOf(ready))])
    await runCheck(at, job(ready.checkId))
    expect(at.bureau.asked).toEqual([])
    expect(disclosuresIn(at)).toEqual([])
    expect(statusOf(at, ready)).toEqual({ verification: 'undetermined', order: 'refunded' })
  })

  it('goes to nobody whom the notice did not name, as the vendors have changed since, and everything goes back', async () => {
    const at = world()
    const ready = await bought(at)
    const asked: string[] = []
    const checker = async (vendor: string) => {
      asked.push(vendor)
      return at.bureau.open(vendor)
    }
    const other = vendorNamed('another')
    await runCheck({ ...at, checker, vendors: [other] }, job(ready.checkId))
    expect(asked).toEqual([])
    expect(disclosuresIn(at)).toEqual([])
    expect(statusOf(at, ready)).toEqual({ verification: 'undetermined', order: 'refunded' })
  })

  it('goes to one whom it named, though another is preferred by now', async () => {
    const at = world()
    const ready = await bought(at)
    await runCheck({ ...at, vendors: [vendorNamed('another'), ...at.vendors] }, job(ready.checkId))
    expect(disclosuresIn(at)).toMatchObject([{ recipient: at.vendors[0]?.name, outcome: 'answered' }])
  })

  it('is handed on under a consent of before there were records too, which gets its record', async () => {
    const at = world()
    const ready = await boughtBefore(at)
    await runCheck(at, job(ready.checkId))
    expect(statusOf(at, ready)).toEqual({ verification: 'verified', order: 'settled' })
    const { id, accountId, consent } = ready.verification
    const { onRecord: _none, recipients: _nobody, ...agreed } = consent
    expect(itemAt(at, consentKeyOf(ready))).toMatchObject({ ...agreed, id, accountId, purpose: 'identity_check' })
  })

  it('as often as such a check is claimed', async () => {
    const at = world()
    const ready = await boughtBefore(at, person('vendor_busy'))
    expect(await runCheck(at, job(ready.checkId))).toBe('released')
    at.time.now += 30_000
    expect(await runCheck(at, job(ready.checkId))).toBe('released')
    expect(disclosuresIn(at)).toHaveLength(2)
  })
})

describe('M7 the record of what a check hands on', () => {
  /** Runs a check whose call ends so; answers what is told of everything it handed on. */
  const toldAfter = async (result: CheckResult, remainingMs?: () => number) => {
    const at = world()
    const ready = await bought(at)
    at.bureau.script.push(() => result)
    await runCheck(at, remainingMs ? { id: ready.checkId, remainingMs } : job(ready.checkId))
    return disclosuresIn(at).map(({ outcome }) => outcome)
  }

  it('tells what is known of it by its end', async () => {
    expect(await toldAfter(results.match)).toEqual(['answered'])
    expect(await toldAfter({ kind: 'not_executed', vendorCode: 'busy' })).toEqual(['not_used'])
    expect(await toldAfter({ kind: 'not_executed', vendorCode: 'ENOTFOUND', notSent: true })).toEqual(['not_sent'])
    expect(await toldAfter({ kind: 'unknown', vendorCode: 'ETIMEDOUT' })).toEqual(['possibly_sent'])
  })

  it('tells that nothing was sent where the claim took too long for a call', async () => {
    const left = [30_000, 0]
    expect(await toldAfter(results.match, () => left.shift() ?? 0)).toEqual(['not_sent'])
  })

  it('stays as it is where nobody lives to say more', async () => {
    const at = world()
    const ready = await bought(at)
    at.bureau.script.push(() => {
      throw new Error('killed')
    })
    await expect(runCheck(at, job(ready.checkId))).rejects.toThrow('killed')
    at.time.now += 10 * MINUTE
    expect(await runCheck(at, job(ready.checkId))).toBe('undetermined')
    expect(disclosuresIn(at)).toMatchObject([{ outcome: 'possibly_sent' }])
  })

  it('is kept for three years', async () => {
    const at = world()
    const ready = await bought(at)
    await runCheck(at, job(ready.checkId))
    const [record] = disclosuresIn(at)
    expect(Number(record?.ttl) * SECOND).toBe(at.time.now + 3 * 366 * DAY)
  })
})
