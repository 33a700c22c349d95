import { describe, expect, it } from 'vitest'
import { editApplication } from '../../../functions/certification/applying/edit-application.ts'
import { openFeeOrder } from '../../../functions/certification/applying/open-fee-order.ts'
import { certificationKeys } from '../../../functions/certification/keys.ts'
import { askUser } from '../../../functions/review/deciding/ask-user.ts'
import { beijingDay, beijingDayStart, DAY, MINUTE } from '../../../shared/kernel/time.ts'
import { update } from '../../../shared/table/write.ts'
import { codeOf, NOON, valueIn } from '../../kit.ts'
import { LIN } from '../../review/fixture.ts'
import {
  applicationAt,
  caseNameOf,
  certificationWorld,
  certifies,
  claims,
  confirming,
  corrects,
  follows,
  pictured,
  submits,
} from '../applications/applying.ts'
import {
  certifiedOfEnterprise,
  draftOfEnterprise,
  heldOfEnterprise,
  paperEvents,
  submittedOfEnterprise,
} from './of-enterprise.ts'

const today = beijingDay(NOON)
const letter = { kind: 'authorisation_letter', day: today } as const
const open = { kind: 'business_licence', day: 'open' } as const
const until = beijingDayStart(today) + 90 * DAY
/** A letter that counts for some minutes still. */
const lastDay = beijingDay(NOON - 90 * DAY + DAY)
const ending = { kind: 'authorisation_letter', day: lastDay } as const
const end = beijingDayStart(lastDay) + 90 * DAY

describe('W4 a paper that runs out while somebody applies', () => {
  it('is told before anything is sent in, and its picture changed takes its day anew', async () => {
    const at = certificationWorld()
    const of = await draftOfEnterprise(at, [open])
    expect(await submits(at, of)).toMatchObject({
      refusal: { code: 'application_incomplete', fields: [{ pointer: '/papers', code: 'paper_day_missing' }] },
    })
    const edit = (edits: object) => editApplication(at, of.user.accountId, { id: of.id, ...edits })
    valueIn(await edit({ papers: [open, letter] }))
    expect(applicationAt(at, of).papers).toHaveLength(2)
    const licence = applicationAt(at, of).materials.flatMap(({ kind, id }) => (kind === 'business_licence' ? id : []))
    valueIn(await edit({ materials: [...licence, await pictured(at, of, 'authorisation_letter')] }))
    expect(applicationAt(at, of).papers).toEqual([open])
    expect(codeOf(await edit({ papers: [{ ...letter, day: '20990101' }] }))).toBe('invalid_paper_day')
    valueIn(await edit({ papers: [open, ending] }))
    at.time.now = end
    expect(await submits(at, of)).toMatchObject({ refusal: { fields: [{ code: 'paper_over' }] } })
  })

  it('confirms nothing, so that no fee is asked for', async () => {
    const at = certificationWorld()
    const of = await submittedOfEnterprise(at, [open, ending])
    const confirm = await confirming(at, of)
    at.time.now = end
    expect(await confirm(at)).toMatchObject({
      refusal: { code: 'certification_paper_over', extra: { papers: 'authorisation_letter' } },
    })
    expect(applicationAt(at, of)).toMatchObject({ fee: 'none' })
  })

  it('has no order opened for its fee', async () => {
    const at = certificationWorld()
    const of = await submittedOfEnterprise(at, [open, ending])
    at.time.now = end - MINUTE
    valueIn(await (await confirming(at, of))(at))
    at.time.now = end
    expect(codeOf(await openFeeOrder(at, of.user.accountId, { id: of.id, idempotencyKey: 'k' }))).toBe(
      'certification_paper_over',
    )
  })

  it('certifies nothing, is returned without a correction being spent, and costs nothing more', async () => {
    const at = certificationWorld({ certification: { returns: 0 } })
    const of = await heldOfEnterprise(at, [open, ending])
    const ask = (what: string[]) => askUser(at, LIN, { name: caseNameOf(of), what })
    expect(codeOf(await ask(['authorisation_letter']))).toBe('certification_returned_enough')
    at.time.now = end
    valueIn(await claims(of)(at))
    expect(codeOf(await certifies(of)(at))).toBe('certification_paper_over')
    expect(codeOf(await ask(['business_licence']))).toBe('certification_returned_enough')
    valueIn(await ask(['authorisation_letter']))
    expect(applicationAt(at, of)).toMatchObject({ status: 'returned', fee: 'held', returns: [{ ranOut: true }] })
    expect(codeOf(await corrects(of)(at))).toBe('application_incomplete')
    const anew = { ...letter, day: beijingDay(at.time.now) }
    valueIn(await editApplication(at, of.user.accountId, { id: of.id, papers: [open, anew] }))
    valueIn(await corrects(of)(at))
    expect(applicationAt(at, of).returns).toMatchObject([{ changed: ['authorisation_letter'] }])
    valueIn(await claims(of)(at))
    valueIn(await certifies(of)(at))
    expect(applicationAt(at, of)).toMatchObject({ status: 'certified', fee: 'kept' })
  })
})

describe('W4 a paper of a certified app', () => {
  it('is reminded of 30 and 7 days before its end and at it, by letter and event, once each', async () => {
    const at = certificationWorld()
    const of = await certifiedOfEnterprise(at, [open, letter])
    const told = () => paperEvents(at, of).length
    const letters = () =>
      at.table
        .items()
        .filter(({ pk, sk }) => pk === `ACCOUNT#${of.user.accountId}` && sk.startsWith('MESSAGE#'))
        .filter(({ title }) => String(title).includes('到期')).length
    expect(applicationAt(at, of)).toMatchObject({ papers: [{ day: 'open' }, { until, told: 0 }] })
    let nth = 0
    for (const time of [until - 30 * DAY, until - 7 * DAY, until]) {
      at.time.now = time - 1
      expect(await follows(of)(at)).toBe('nothing_owed')
      at.time.now = time
      expect(await follows(of)(at)).toBe('reminded')
      expect(await follows(of)(at)).toBe('nothing_owed')
      nth += 1
      expect([told(), letters()]).toEqual([nth, nth])
    }
    expect(paperEvents(at, of).map(({ over }) => over)).toEqual([false, false, true])
  })

  it('is nobody’s matter any more once the app is certified by another application', async () => {
    const at = certificationWorld()
    const of = await certifiedOfEnterprise(at, [open, letter])
    await at.table.update(update(certificationKeys.app(of.appId), { set: { certifiedBy: 'f'.repeat(32) } }))
    at.time.now = until
    expect(await follows(of)(at)).toBe('certified_anew')
    expect(await follows(of)(at)).toBe('nothing_owed')
    expect(paperEvents(at, of)).toEqual([])
  })
})
