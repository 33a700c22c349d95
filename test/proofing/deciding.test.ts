import { describe, expect, it } from 'vitest'
import { evidenceKeys } from '../../functions/evidence/keys.ts'
import { passGate } from '../../functions/gate/ask-gate.ts'
import { gateKeys } from '../../functions/gate/keys.ts'
import { appealCase } from '../../functions/review/asking/appeal-case.ts'
import { withdrawCase } from '../../functions/review/asking/withdraw-case.ts'
import { caseIdOf } from '../../functions/review/case/case-id.ts'
import { askUser } from '../../functions/review/deciding/ask-user.ts'
import { takeClaim } from '../../functions/review/deciding/take-claim.ts'
import { endSilence } from '../../functions/review/following/end-silence.ts'
import { verificationKeys } from '../../functions/verification/keys.ts'
import { accountsIn } from '../../functions/verification/submission/person-entry-store.ts'
import { update } from '../../shared/table/write.ts'
import { codeOf, refusalOf, valueIn } from '../kit.ts'
import { decided, LIN, lettersTo, SUPPORT, WANG } from '../review/fixture.ts'
import { itemAt } from '../world.ts'
import {
  dismissing,
  disputed,
  identityAt,
  paused,
  proofingAt,
  proofingWorld,
  twice,
  upholding,
  verified,
} from './fixture.ts'

describe('P11 a verification that was not them', () => {
  it('is cleared in the commit that upholds it: identity, evidence and the person’s place', async () => {
    const at = proofingWorld()
    const { first, second } = await twice(at)
    const entry = () =>
      at.table.items().find(({ sk, pk }) => sk === 'PERSON' && pk.startsWith(verificationKeys.person('').pk))
    expect(accountsIn(entry())).toHaveLength(2)
    const name = await disputed(at, first.user, second.id)
    valueIn(await paused(at, first.user, second.id))
    valueIn(await decided(at, name, WANG, upholding))
    expect(identityAt(at, second.user)).toBeUndefined()
    expect(itemAt(at, evidenceKeys.evidence(second.user.accountId, 'carrier'))).toBeUndefined()
    expect(accountsIn(entry())).toEqual([first.user.accountId])
    expect(identityAt(at, first.user)).toBeDefined()
    expect((await proofingAt(at, second.id)).status).toBe('cleared')
    expect(refusalOf(await passGate(at, 'send_message', second.user.accountId))).toMatchObject({
      code: 'not_verified',
      extra: { shortfall: 'never_verified' },
    })
    expect(String(lettersTo(at, second.user.accountId).at(-1)?.title)).toContain('已撤销')
    expect(String(lettersTo(at, first.user.accountId).at(-1)?.content)).toContain('不是您本人操作')
  })

  it('leaves nobody behind where the person held that account alone, who can be verified elsewhere then', async () => {
    const at = proofingWorld({ checks: { accountsPerPerson: 1 } })
    const { user, id } = await verified(at)
    valueIn(await decided(at, await disputed(at, user, id), WANG, upholding))
    expect(at.table.items().some(({ sk }) => sk === 'PERSON')).toBe(false)
    const other = await verified(at)
    expect(identityAt(at, other.user)).toBeDefined()
  })

  it('clears nobody else whom the account is verified as by then', async () => {
    const at = proofingWorld()
    const { user, id } = await verified(at)
    const name = await disputed(at, user, id)
    const since = at.time.now + 1
    await at.table.commit([update(gateKeys.identity(user.accountId), { set: { verifiedAt: since } })])
    valueIn(await decided(at, name, WANG, upholding))
    expect(identityAt(at, user)).toMatchObject({ verifiedAt: since })
    expect((await proofingAt(at, id)).status).toBe('cleared')
    expect(lettersTo(at, user.accountId).map(({ title }) => title)).not.toContainEqual(
      expect.stringContaining('已撤销'),
    )
  })

  it('clears whoever was verified anew under a name that is written otherwise', async () => {
    const at = proofingWorld()
    const { user, id } = await verified(at)
    await at.table.commit([update(gateKeys.identity(user.accountId), { set: { maskedName: '*另' } })])
    valueIn(await decided(at, await disputed(at, user, id), WANG, upholding))
    expect(identityAt(at, user)).toBeUndefined()
  })

  it('stands again where the appeal is taken back, and is not said anew', async () => {
    const at = proofingWorld()
    const { user, id } = await verified(at)
    const name = await disputed(at, user, id)
    valueIn(await decided(at, name, WANG, dismissing))
    const appeal = caseIdOf(valueIn(await appealCase(at, user.accountId, { name, text: '请再看一次。' })))
    valueIn(await withdrawCase(at, user.accountId, appeal))
    expect(await proofingAt(at, id)).toMatchObject({ status: 'stands', case: appeal })
    expect(await disputed(at, user, id)).toBe(appeal)
    expect(codeOf(await appealCase(at, user.accountId, { name: appeal, text: '请再看一次。' }))).toBe(
      'review_not_appealable',
    )
  })

  it('takes every point of the list, and the right to it', async () => {
    const at = proofingWorld()
    const { user, id } = await verified(at)
    const name = await disputed(at, user, id)
    expect(codeOf(await takeClaim(at, SUPPORT, name))).toBe('right_missing')
    expect(codeOf(await decided(at, name, WANG, { ...upholding, checked: [] }))).toBe('review_unchecked')
    expect(codeOf(await decided(at, name, WANG, { verdict: 'refused', checked: [] }))).toBe('review_reason_needed')
    expect(identityAt(at, user)).toBeDefined()
  })

  it('stands where it is dismissed, until another person upholds the appeal', async () => {
    const at = proofingWorld()
    const { user, id } = await verified(at)
    const name = await disputed(at, user, id)
    valueIn(await decided(at, name, WANG, dismissing))
    expect(await proofingAt(at, id)).toMatchObject({ status: 'stands', case: name })
    expect(identityAt(at, user)).toBeDefined()
    const appeal = caseIdOf(valueIn(await appealCase(at, user.accountId, { name, text: '请再看一次。' })))
    expect(await proofingAt(at, id)).toMatchObject({ status: 'disputed', case: appeal })
    expect(codeOf(await takeClaim(at, WANG, appeal))).toBe('review_needs_another')
    valueIn(await decided(at, appeal, LIN, upholding))
    expect(identityAt(at, user)).toBeUndefined()
    expect((await proofingAt(at, id)).status).toBe('cleared')
  })

  it('stands where what was asked never came, and a pause is over', async () => {
    const at = proofingWorld()
    const { user, id } = await verified(at)
    const name = await disputed(at, user, id)
    valueIn(await takeClaim(at, WANG, name))
    valueIn(await askUser(at, WANG, { name, what: ['what_happened'] }))
    at.time.now += at.settings.proofing.askMs - 1000
    valueIn(await paused(at, user, id))
    at.time.now += 1000
    expect(codeOf(await passGate(at, 'send_message', user.accountId))).toBe('sending_paused')
    expect(await endSilence(at, name)).toBe(true)
    expect(await proofingAt(at, id)).toMatchObject({ status: 'stands' })
    expect(codeOf(await passGate(at, 'send_message', user.accountId))).toBe('ok')
  })

  it('ends no pause of another verification of the account', async () => {
    const at = proofingWorld()
    const { first, second } = await twice(at)
    await disputed(at, first.user, second.id)
    valueIn(await paused(at, first.user, second.id))
    const own = await disputed(at, first.user, first.id)
    valueIn(await paused(at, first.user, first.id))
    valueIn(await withdrawCase(at, first.user.accountId, own))
    expect(codeOf(await passGate(at, 'send_message', first.user.accountId))).toBe('ok')
    expect(codeOf(await passGate(at, 'send_message', second.user.accountId))).toBe('sending_paused')
  })
})
