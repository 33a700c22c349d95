import { describe, expect, it } from 'vitest'
import { faceAction, pairToken } from '../../../functions/certification/applications/pair.ts'
import { confirmApplication } from '../../../functions/certification/applying/confirm-application.ts'
import { correctApplication } from '../../../functions/certification/applying/correct-application.ts'
import { editApplication } from '../../../functions/certification/applying/edit-application.ts'
import { gateKeys } from '../../../functions/gate/keys.ts'
import { recordPayment } from '../../../functions/payment/paying/record-payment.ts'
import { answerCase } from '../../../functions/review/asking/answer-case.ts'
import { caseIdOf } from '../../../functions/review/case/case-id.ts'
import { askUser } from '../../../functions/review/deciding/ask-user.ts'
import { remove } from '../../../shared/table/write.ts'
import { askCode, claimOf, lastCode } from '../../account/fixture.ts'
import { codeOf, refusalOf, valueIn } from '../../kit.ts'
import { LIN, type ReviewWorld } from '../../review/fixture.ts'
import { decided, person } from '../../world.ts'
import { faceConfirmed, owner } from '../fixture.ts'
import {
  type Applied,
  applicationAt,
  caseNameOf,
  certificationWorld,
  claims,
  ordered,
  paying,
  submitted,
} from './applying.ts'

const tokenOf = (at: ReviewWorld, of: Applied) => pairToken(of.id, applicationAt(at, of).names)

/** A confirmation by face of exactly the change of name that is asked for now. */
const faceOf = (at: ReviewWorld, of: Applied, openedAt?: number) =>
  faceConfirmed(at, of.user, { action: faceAction(tokenOf(at, of)), ...(openedAt !== undefined && { openedAt }) })

const proofBy = async (at: ReviewWorld, { user, idNumber }: Applied, face: string) => {
  valueIn(await askCode(at, { phone: user.phone, token: user.token }))
  return { phone: user.phone, smsCode: lastCode(at, user.phone), idLastFour: idNumber.slice(-4), face }
}

const confirms = async (at: ReviewWorld, of: Applied, face: string) => {
  const asked = { id: of.id, token: tokenOf(at, of), proof: await proofBy(at, of, face) }
  return confirmApplication(at, claimOf(of.user.token), asked)
}

const corrects = async (at: ReviewWorld, of: Applied, face: string) => {
  const answer = (accountId: string, id: string, text: string) =>
    answerCase(at, accountId, { name: caseIdOf({ accountId, id }), text })
  const asked = { id: of.id, token: tokenOf(at, of), proof: await proofBy(at, of, face) }
  return correctApplication({ ...at, answer }, claimOf(of.user.token), asked)
}

const renames = async (at: ReviewWorld, of: Applied, certifiedName: string) =>
  valueIn(await editApplication(at, of.user.accountId, { id: of.id, certifiedName }))

const returns = async (at: ReviewWorld, of: Applied) => {
  valueIn(await claims(of)(at))
  valueIn(await askUser(at, LIN, { name: caseNameOf(of), what: ['certified_name'] }))
}

describe('W3 W8 a change of name that is confirmed by face', () => {
  it('takes one of exactly this change, of this person, begun since it was sent in', async () => {
    const at = certificationWorld()
    const of = await submitted(at)
    const since = applicationAt(at, of).submittedAt ?? 0
    const other = await faceConfirmed(at, of.user, { action: faceAction(pairToken(of.id, { from: '甲', to: '乙' })) })
    const early = await faceOf(at, of, since - 1)
    const stranger = await owner(at, 1)
    await decided(at, { user: stranger, who: person('match', 1) })
    const theirs = await faceConfirmed(at, stranger, { action: faceAction(tokenOf(at, of)) })
    for (const face of [other, early, theirs, 'x'])
      expect(refusalOf(await confirms(at, of, face)).fields).toEqual([
        { pointer: '/face', code: 'confirmation_face_unfit' },
      ])
    expect(codeOf(await confirms(at, of, await faceOf(at, of, since)))).toBe('ok')
    expect(applicationAt(at, of)).toMatchObject({ status: 'awaiting_payment', presence: 'face' })
  })

  it('takes it once: whoever goes back to a name that was confirmed before shows their face anew', async () => {
    const at = certificationWorld()
    const of = await submitted(at)
    const first = await faceOf(at, of)
    valueIn(await confirms(at, of, first))
    await recordPayment(at, await paying(at, of, await ordered(at, of)))
    await returns(at, of)
    await renames(at, of, '晨光书友会')
    valueIn(await corrects(at, of, await faceOf(at, of)))
    await returns(at, of)
    await renames(at, of, '晨光读书会')
    const before = applicationAt(at, of)
    expect(refusalOf(await corrects(at, of, first)).fields).toEqual([
      { pointer: '/face', code: 'confirmation_face_unfit' },
    ])
    expect(applicationAt(at, of)).toEqual(before)
    expect(codeOf(await corrects(at, of, await faceOf(at, of)))).toBe('ok')
    expect(applicationAt(at, of)).toMatchObject({ status: 'in_review', confirmedNames: { to: '晨光读书会' } })
  })

  it('is for whoever is verified: a step of an account that is nobody by then is refused', async () => {
    const at = certificationWorld()
    const of = await submitted(at)
    const face = await faceOf(at, of)
    await at.table.commit([remove(gateKeys.identity(of.user.accountId))])
    expect(codeOf(await confirms(at, of, face))).toBe('application_level_too_low')
  })
})
