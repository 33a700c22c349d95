import { beforeEach, describe, expect, it } from 'vitest'
import { readOwnCase } from '../../../functions/review/asking/read-own-cases.ts'
import { withdrawCase } from '../../../functions/review/asking/withdraw-case.ts'
import { askUser } from '../../../functions/review/deciding/ask-user.ts'
import { takeClaim } from '../../../functions/review/deciding/take-claim.ts'
import { followCase } from '../../../functions/review/following/follow-case.ts'
import { DAY } from '../../../shared/kernel/time.ts'
import type { Applied } from '../../certification/applications/applying.ts'
import { codeOf, refusalOf, valueIn } from '../../kit.ts'
import { decided, LIN, lettersTo, type ReviewWorld, WANG, ZHAO } from '../../review/fixture.ts'
import {
  certificateAt,
  certificateById,
  certificateEventsOf,
  certifiedAnew,
  cleared,
  followed,
  standingAt,
} from '../certifying.ts'
import { appeals, caseNamed, certifiedAtDesk, granting, moves, rejecting } from './desk.ts'

describe('W7 an appeal against what people did to a certificate', () => {
  let at: ReviewWorld
  let of: Applied
  let id: string
  beforeEach(async () => {
    ;({ at, of, id } = await certifiedAtDesk())
  })

  const suspend = (by = LIN) => moves(at, id, {}, by)
  const reinstate = (by = WANG) => moves(at, id, { move: 'reinstate', reason: 'remedied' }, by)
  const types = () => certificateEventsOf(at, of).map(({ type }) => type.replace('certification.', ''))

  it('is a case of its own, which whoever appealed sees and whoever did it does not decide', async () => {
    await suspend()
    const name = valueIn(await appeals(at, of, '我的电话是 13800138000'))
    expect(certificateAt(at, of).openAppeal).toBe(name)
    expect(caseNamed(at, name)).toMatchObject({ kind: 'certificate_appeal', subject: id, decidedBefore: ['lin'] })
    expect(valueIn(await readOwnCase(at, of.user.accountId, name)).said).not.toContain('13800138000')
    expect(codeOf(await takeClaim(at, LIN, name))).toBe('review_needs_another')
  })

  it('that is upheld reinstates in its commit; the app is told and so is whoever appealed', async () => {
    await suspend()
    const name = valueIn(await appeals(at, of))
    valueIn(await decided(at, name, WANG, granting))
    const kept = certificateAt(at, of)
    expect(kept.status).toBe('valid')
    expect(kept.steps.at(-1)).toMatchObject({ on: 'reinstated', reason: 'appeal_upheld' })
    expect(kept.openAppeal).toBeUndefined()
    expect(types()).toEqual(['certified', 'suspended', 'reinstated'])
    const letters = lettersTo(at, of.user.accountId).map(({ content }) => String(content))
    expect(letters.at(-1)).toContain('申诉成立')
  })

  it('that is upheld against a revocation gives the app its certification back', async () => {
    await moves(at, id, { move: 'revoke', reason: 'misuse' })
    valueIn(await decided(at, valueIn(await appeals(at, of)), WANG, granting))
    expect(standingAt(at, certificateAt(at, of)).status).toBe('valid')
  })

  it('cannot be upheld once the app is certified anew: whoever decides is told, and refuses it', async () => {
    await moves(at, id, { move: 'revoke', reason: 'misuse' })
    const name = valueIn(await appeals(at, of))
    await certifiedAnew(at, of)
    expect(codeOf(await decided(at, name, WANG, granting))).toBe('certificate_app_changed')
    valueIn(await decided(at, name, WANG, { verdict: 'refused', reason: 'app_changed', checked: [] }))
    expect(standingAt(at, certificateAt(at, of)).status).toBe('valid')
  })

  it('cannot be upheld once who administered the app is nobody: then it ended otherwise', async () => {
    await suspend()
    const name = valueIn(await appeals(at, of))
    await cleared(at, of.user)
    expect(codeOf(await decided(at, name, WANG, granting))).toBe('certificate_not_so')
    await followed(at, certificateById(at, id))
    expect(codeOf(await decided(at, name, WANG, granting))).toBe('certificate_not_so')
    valueIn(await decided(at, name, WANG, { verdict: 'refused', reason: 'app_changed', checked: [] }))
    expect(certificateById(at, id)).toMatchObject({ status: 'revoked' })
    expect(certificateById(at, id).openAppeal).toBeUndefined()
  })

  it('is once for each move, whatever came of it', async () => {
    await suspend()
    const name = valueIn(await appeals(at, of))
    expect(refusalOf(await appeals(at, of))).toMatchObject({ code: 'review_open', extra: { review: name } })
    valueIn(await decided(at, name, WANG, rejecting))
    expect(codeOf(await appeals(at, of))).toBe('certificate_not_appealable')
    await moves(at, id, { move: 'revoke', reason: 'misuse' }, ZHAO)
    const second = valueIn(await appeals(at, of))
    valueIn(await withdrawCase(at, of.user.accountId, second))
    expect(certificateAt(at, of).openAppeal).toBeUndefined()
    expect(codeOf(await appeals(at, of))).toBe('certificate_not_appealable')
  })

  it('is there for nothing else: what counts, has expired, or ended with who its holder was', async () => {
    expect(codeOf(await appeals(at, of))).toBe('certificate_not_appealable')
    expect(codeOf(await appeals(at, { ...of, appId: 'f'.repeat(32) }))).toBe('not_found')
    await suspend()
    await cleared(at, of.user)
    expect(codeOf(await appeals(at, of))).toBe('certificate_not_appealable')
  })

  it('is of one of two who appeal at once', async () => {
    await suspend()
    const both = await Promise.all([appeals(at, of), appeals(at, of)])
    expect(both.map(codeOf).sort()).toEqual(['ok', 'review_open'])
  })

  it('ends when it is reinstated otherwise, and what is suspended after that has an appeal of its own', async () => {
    await suspend()
    const name = valueIn(await appeals(at, of))
    valueIn(await takeClaim(at, WANG, name))
    valueIn(await reinstate(ZHAO))
    expect(caseNamed(at, name).status).toBe('withdrawn')
    expect(codeOf(await takeClaim(at, WANG, name))).toBe('review_over')
    at.time.now += DAY
    await suspend()
    const second = valueIn(await appeals(at, of))
    expect(second).not.toBe(name)
    expect(certificateAt(at, of).status).toBe('suspended')
  })

  it('is decided or lifted, by one of two who are at it at once, and is told once', async () => {
    await suspend()
    const name = valueIn(await appeals(at, of))
    const both = await Promise.all([decided(at, name, WANG, granting), reinstate(ZHAO)])
    expect(both.map(codeOf).filter((code) => code === 'ok')).toHaveLength(1)
    expect(types()).toEqual(['certified', 'suspended', 'reinstated'])
    expect(caseNamed(at, name).status).toMatch(/decided|withdrawn/)
    expect(certificateAt(at, of).openAppeal).toBeUndefined()
  })

  it('does not lift what people did after it, also where it was not answered in time', async () => {
    await suspend()
    const name = valueIn(await appeals(at, of))
    valueIn(await takeClaim(at, WANG, name))
    valueIn(await askUser(at, WANG, { name, what: ['what_changed'] }))
    at.time.now += 8 * DAY
    // By the clock it is over, which nobody has written down.
    valueIn(await reinstate(ZHAO))
    at.time.now += DAY
    await suspend()
    const second = valueIn(await appeals(at, of))
    expect(second).not.toBe(name)
    expect(caseNamed(at, name)).toMatchObject({ status: 'decided', decision: { verdict: 'no_answer' } })
    expect(await followCase(at, name)).toBe('nothing_owed')
    expect(certificateAt(at, of)).toMatchObject({ status: 'suspended', openAppeal: second })
  })

  it('that was not answered in time leaves it as it is', async () => {
    await suspend()
    const name = valueIn(await appeals(at, of))
    valueIn(await takeClaim(at, WANG, name))
    valueIn(await askUser(at, WANG, { name, what: ['explanation'] }))
    at.time.now += 8 * DAY
    expect(await followCase(at, name)).toBe('no_answer')
    expect(certificateAt(at, of)).toMatchObject({ status: 'suspended' })
    expect(certificateAt(at, of).openAppeal).toBeUndefined()
    expect(String(lettersTo(at, of.user.accountId).at(-1)?.content)).toContain('没有在期限内答复')
  })

  it('reinstates what has run out meanwhile as expired', async () => {
    await suspend()
    at.time.now = certificateAt(at, of).validUntil + DAY
    valueIn(await decided(at, valueIn(await appeals(at, of)), WANG, granting))
    expect(standingAt(at, certificateAt(at, of)).status).toBe('expired')
  })
})
