import { describe, expect, it } from 'vitest'
import { openDispute } from '../../functions/proofing/disputing/open-dispute.ts'
import { showProofing } from '../../functions/proofing/disputing/proofing-view.ts'
import { appealCase } from '../../functions/review/asking/appeal-case.ts'
import { withdrawCase } from '../../functions/review/asking/withdraw-case.ts'
import { findCase } from '../../functions/review/case/find-case.ts'
import { codeOf, valueIn } from '../kit.ts'
import { decided, WANG } from '../review/fixture.ts'
import { enter } from '../world.ts'
import { dismissing, disputed, identityAt, proofingAt, proofingWorld, twice, upholding, verified } from './fixture.ts'

describe('P11 saying that a verification was not oneself', () => {
  it('opens one case, and a second tap answers the same', async () => {
    const at = proofingWorld()
    const { user, id } = await verified(at)
    const name = await disputed(at, user, id, '我的电话是 13800138000')
    expect(await disputed(at, user, id)).toBe(name)
    const found = await findCase(at.table, name)
    expect(found).toMatchObject({ kind: 'not_me', subject: id, status: 'open', accountId: user.accountId })
    expect(found?.said).not.toContain('13800138000')
    expect(await proofingAt(at, id)).toMatchObject({ status: 'disputed', case: name })
  })

  it('is for those who were told, and nobody else finds it', async () => {
    const at = proofingWorld()
    const { id } = await verified(at)
    const stranger = await enter(at)
    for (const one of [id, 'f'.repeat(32), '']) {
      const answer = await openDispute(at, stranger.accountId, { id: one, language: 'zh' })
      expect(codeOf(answer)).toBe('not_found')
    }
  })

  it('is done once among the accounts of a person, whichever says so first', async () => {
    const at = proofingWorld()
    const { first, second } = await twice(at)
    const name = await disputed(at, first.user, second.id)
    const answer = await openDispute(at, second.user.accountId, { id: second.id, language: 'en' })
    expect(codeOf(answer)).toBe('proofing_disputed_elsewhere')
    const shown = showProofing(await proofingAt(at, second.id), second.user.accountId, 'P', at.time.now)
    expect(shown).toMatchObject({ account: 'own', status: 'disputed', review: null, canPause: false })
    const theirs = showProofing(await proofingAt(at, second.id), first.user.accountId, 'P', at.time.now)
    expect(theirs).toMatchObject({ account: 'other', review: name, canPause: true, canDisputeUntil: null })
    expect(JSON.stringify(theirs)).not.toContain(second.user.accountId)
  })

  it('ends with its time, to the millisecond', async () => {
    const at = proofingWorld()
    const { user, id } = await verified(at)
    const { until } = await proofingAt(at, id)
    at.time.now = until
    expect(codeOf(await openDispute(at, user.accountId, { id, language: 'zh' }))).toBe('proofing_dispute_over')
    expect(showProofing(await proofingAt(at, id), user.accountId, 'P', until).canDisputeUntil).toBeNull()
    at.time.now = until - 1
    expect(showProofing(await proofingAt(at, id), user.accountId, 'P', until - 1).canDisputeUntil).not.toBeNull()
    expect(codeOf(await openDispute(at, user.accountId, { id, language: 'zh' }))).toBe('ok')
  })

  it('taken back is as if nobody had said it', async () => {
    const at = proofingWorld()
    const { user, id } = await verified(at)
    const name = await disputed(at, user, id)
    valueIn(await withdrawCase(at, user.accountId, name))
    expect(await proofingAt(at, id)).toMatchObject({ status: 'told' })
    expect((await proofingAt(at, id)).case).toBeUndefined()
    expect(await disputed(at, user, id)).not.toBe(name)
  })

  it('by the verified account itself bars no other of the person, who may be the one it is misused against', async () => {
    const at = proofingWorld()
    const { first, second } = await twice(at)
    const own = await disputed(at, second.user, second.id)
    const view = async () => showProofing(await proofingAt(at, second.id), first.user.accountId, 'P', at.time.now)
    expect((await view()).canDisputeUntil).not.toBeNull()
    const name = await disputed(at, first.user, second.id)
    expect(await view()).toMatchObject({ review: name, canPause: true, canDisputeUntil: null })
    // What is decided about the one that was taken over is told, and decides nothing.
    valueIn(await decided(at, own, WANG, dismissing))
    expect(await proofingAt(at, second.id)).toMatchObject({ status: 'disputed', case: name })
    expect(codeOf(await appealCase(at, second.user.accountId, { name: own, text: '请再看' }))).toBe(
      'proofing_disputed_elsewhere',
    )
    const again = await openDispute(at, second.user.accountId, { id: second.id, language: 'zh' })
    expect(codeOf(again)).toBe('proofing_disputed_elsewhere')
    valueIn(await decided(at, name, WANG, upholding))
    expect(identityAt(at, second.user)).toBeUndefined()
    expect(identityAt(at, first.user)).toBeDefined()
  })

  it('may be said after the account itself was not believed', async () => {
    const at = proofingWorld()
    const { first, second } = await twice(at)
    valueIn(await decided(at, await disputed(at, second.user, second.id), WANG, dismissing))
    const name = await disputed(at, first.user, second.id)
    expect(await proofingAt(at, second.id)).toMatchObject({ status: 'disputed', case: name })
  })

  it('is not for an account whose own misuse was ended', async () => {
    const at = proofingWorld()
    const { first, second } = await twice(at)
    valueIn(await decided(at, await disputed(at, first.user, first.id), WANG, upholding))
    const answer = await openDispute(at, first.user.accountId, { id: second.id, language: 'zh' })
    expect(codeOf(answer)).toBe('not_found')
    at.time.now += 1
    await verified(at, first.user)
    const anew = await openDispute(at, first.user.accountId, { id: second.id, language: 'zh' })
    expect(codeOf(anew)).toBe('not_found')
  })
})
