import { beforeEach, describe, expect, it } from 'vitest'
import { certificateMoved } from '../../functions/certificates/certificate/certificate-store.ts'
import { afterEvent } from '../../functions/certificates/certificate/standing.ts'
import { deleteApp } from '../../functions/certification/apps/delete-app.ts'
import { resultTextOf } from '../../functions/certification/texting/result-text-store.ts'
import { DAY, HOUR, rfc3339 } from '../../shared/kernel/time.ts'
import { type Applied, certificationWorld } from '../certification/applications/applying.ts'
import { appAt } from '../certification/fixture.ts'
import { codeOf } from '../kit.ts'
import { lettersTo, type ReviewWorld } from '../review/fixture.ts'
import { certificateAt, certificateEventsOf, certified, cleared, followed, standingAt } from './certifying.ts'

describe('W7 what the clock owes about a certificate', () => {
  let at: ReviewWorld
  let of: Applied
  beforeEach(async () => {
    at = certificationWorld()
    of = await certified(at)
  })

  const end = () => certificateAt(at, of).validUntil
  const told = () => certificateEventsOf(at, of).slice(1)
  const letters = () => lettersTo(at, of.user.accountId).map(({ content }) => String(content))
  const texts = () =>
    at.table
      .items()
      .filter(({ sk }) => sk.startsWith('RESULT_TEXT#'))
      .map((item) => resultTextOf(item).result)

  it('is nothing before its time, but one look at its holder, after which nothing is due until the first reminder', async () => {
    expect(await followed(at, certificateAt(at, of))).toBe('nothing_owed')
    at.time.now += HOUR
    expect(await followed(at, certificateAt(at, of))).toBe('still_held')
    expect(await followed(at, certificateAt(at, of))).toBe('nothing_owed')
    const item = at.table.items().find(({ sk }) => sk === 'CERTIFICATE')
    expect(item?.dueAt).toBe(end() - 90 * DAY)
    expect(told()).toEqual([])
  })

  it('is a reminder 90, 60, 30 and 7 days before its end, once each: event, letter and text', async () => {
    const before = letters().length
    const until = rfc3339(end())
    for (const days of [90, 60, 30, 7]) {
      at.time.now = end() - days * DAY
      expect(await followed(at, certificateAt(at, of))).toMatch(/reminded|still_held/)
      expect(await followed(at, certificateAt(at, of))).toBe('nothing_owed')
      expect(told().at(-1)).toMatchObject({ type: 'certification.ends', data: { until, days, app: of.appId } })
    }
    expect(told()).toHaveLength(4)
    expect(letters().length - before).toBe(4)
    expect(letters().at(-1)).toContain(`/developer/apps/${of.appId}/certificate`)
    expect(texts().filter((result) => result === 'certificate_ends')).toHaveLength(4)
    expect(certificateAt(at, of).steps.map(({ on }) => on)).toEqual(['issued'])
  })

  it('is one reminder however late, of the days that are left', async () => {
    at.time.now = end() - 5 * DAY
    await followed(at, certificateAt(at, of))
    expect(told().map(({ data }) => data.days)).toEqual([7])
  })

  it('is its end: event with its moment, letter and text, and the app is certified no more and may go', async () => {
    at.time.now = end() + 3 * DAY
    const deleting = () => deleteApp(at, { accountId: of.user.accountId, id: of.appId })
    expect(codeOf(await deleting())).toBe('app_certified')
    const before = standingAt(at, certificateAt(at, of))
    expect(await followed(at, certificateAt(at, of))).toBe('still_held')
    const after = certificateAt(at, of)
    expect(after.status).toBe('expired')
    expect(after.steps).toEqual(before.steps)
    expect(told()).toMatchObject([{ type: 'certification.expired', data: { at: rfc3339(end()) } }])
    expect(letters().at(-1)).toContain('到期')
    expect(texts()).toContain('certificate_expired')
    expect(appAt(at, { id: of.appId })?.certifiedName).toBeUndefined()
    expect(await followed(at, after)).toBe('nothing_owed')
    expect((await deleting()).ok).toBe(true)
  })

  it('is the end of whoever administers it, woken by their clearing: event, letter, no text, and the app is certified no more', async () => {
    at.time.now += 30 * DAY
    await followed(at, certificateAt(at, of))
    await cleared(at, of.user)
    const clearedAt = at.time.now
    expect(at.table.items().find(({ sk }) => sk === 'CERTIFICATE')?.dueAt).toBe(clearedAt)
    expect(standingAt(at, certificateAt(at, of)).status).toBe('revoked')
    at.time.now += 5 * DAY
    const texted = texts().length
    expect(await followed(at, certificateAt(at, of))).toBe('identity_ended')
    expect(certificateAt(at, of)).toMatchObject({ status: 'revoked' })
    expect(told()).toMatchObject([
      { type: 'certification.revoked', data: { reason: 'identity_ended', at: rfc3339(clearedAt) } },
    ])
    expect(letters().at(-1)).toContain('身份')
    expect(texts()).toHaveLength(texted)
    expect(appAt(at, { id: of.appId })?.certifiedFor).toBeUndefined()
    expect(await followed(at, certificateAt(at, of))).toBe('nothing_owed')
  })

  it('is that also of one that has expired, whose app is gone', async () => {
    at.time.now = end()
    await followed(at, certificateAt(at, of))
    const { id } = certificateAt(at, of)
    expect((await deleteApp(at, { accountId: of.user.accountId, id: of.appId })).ok).toBe(true)
    await cleared(at, of.user)
    expect(await followed(at, { id })).toBe('identity_ended')
  })

  it('is a suspension where a register says that its organisation does not operate any more', async () => {
    const before = certificateAt(at, of)
    const marked = { ...before, notOperating: true, wakeAt: at.time.now }
    await at.table.commit([certificateMoved(before, 'reminded', marked, at.time.now)])
    await followed(at, before)
    expect(certificateAt(at, of)).toMatchObject({ status: 'suspended' })
    expect(told()).toMatchObject([{ type: 'certification.suspended', data: { reason: 'company_not_operating' } }])
    expect(appAt(at, { id: of.appId })?.certifiedName).toBeDefined()
    // Lifted again, it stays that.
    const suspended = certificateAt(at, of)
    const lifted = afterEvent(suspended, { on: 'reinstated', at: at.time.now, reason: 'mistake' })
    await at.table.commit([certificateMoved(suspended, 'reinstated', lifted, at.time.now)])
    at.time.now += 2 * HOUR
    await followed(at, before)
    expect(certificateAt(at, of).status).toBe('valid')
  })

  it('is done once by two at a time', async () => {
    at.time.now = end()
    const { id } = certificateAt(at, of)
    await Promise.all([followed(at, { id }), followed(at, { id })])
    expect(told()).toHaveLength(1)
  })
})
