import { describe, expect, it } from 'vitest'
import { askUser } from '../../../functions/review/deciding/ask-user.ts'
import { giveBackClaim, takeClaim } from '../../../functions/review/deciding/take-claim.ts'
import { rfc3339 } from '../../../shared/kernel/time.ts'
import { codeOf, NOON, refusalOf, valueIn } from '../../kit.ts'
import {
  approving,
  decided,
  FINANCE,
  kept,
  LIN,
  opened,
  reviewWorld,
  SUPPORT,
  seconded,
  WANG,
  ZHAO,
} from '../fixture.ts'

describe('M8 a claim', () => {
  it('is for a while, from when it was last taken; whoever else comes is told by whom and until when', async () => {
    const at = reviewWorld()
    const { name, ...of } = await opened(at, 'photos')
    const { claimMs } = at.settings.review
    const calls = at.table.calls()
    expect(valueIn(await takeClaim(at, LIN, name)).claim).toEqual({ by: 'lin', until: NOON + claimMs })
    expect(at.table.calls()).toBe(calls + 2)
    at.time.now += claimMs - 1
    expect(refusalOf(await takeClaim(at, WANG, name))).toEqual({
      ...{ code: 'review_claimed', retryAt: NOON + claimMs },
      extra: { by: 'lin', until: rfc3339(NOON + claimMs) },
    })
    valueIn(await takeClaim(at, LIN, name))
    expect(kept(at, of).claim).toEqual({ by: 'lin', until: NOON + 2 * claimMs - 1 })
  })

  it('can be taken by another in the very moment when it is over', async () => {
    const at = reviewWorld()
    const { name } = await opened(at, 'photos')
    valueIn(await takeClaim(at, LIN, name))
    at.time.now += at.settings.review.claimMs
    expect(valueIn(await takeClaim(at, WANG, name)).claim?.by).toBe('wang')
    expect(codeOf(await takeClaim(at, LIN, name))).toBe('review_claimed')
  })

  it('is given back by whoever has it, and by nobody else; a second time does nothing', async () => {
    const at = reviewWorld()
    const { name, ...of } = await opened(at, 'photos')
    valueIn(await takeClaim(at, LIN, name))
    expect(valueIn(await giveBackClaim(at, WANG, name)).claim?.by).toBe('lin')
    expect(valueIn(await giveBackClaim(at, LIN, name)).claim).toBeUndefined()
    const { changes } = kept(at, of)
    expect(valueIn(await giveBackClaim(at, LIN, name)).claim).toBeUndefined()
    expect(kept(at, of).changes).toBe(changes)
    expect(codeOf(await takeClaim(at, WANG, name))).toBe('ok')
  })

  it('is for whoever has the right that the kind names', async () => {
    const at = reviewWorld()
    const photos = await opened(at, 'photos')
    const help = await opened(at, 'help')
    const missing = { code: 'right_missing', extra: { right: 'review_cases' } }
    expect(refusalOf(await takeClaim(at, SUPPORT, photos.name))).toEqual(missing)
    expect(refusalOf(await giveBackClaim(at, SUPPORT, photos.name))).toEqual(missing)
    expect(codeOf(await takeClaim(at, SUPPORT, help.name))).toBe('ok')
    expect(codeOf(await takeClaim(at, ZHAO, photos.name))).toBe('ok')
    for (const { name } of [photos, help]) expect(codeOf(await takeClaim(at, FINANCE, name))).toBe('right_missing')
  })

  it('is of no use for what waits for its user, is over, or is not there', async () => {
    const at = reviewWorld()
    const { name } = await opened(at, 'photos')
    valueIn(await takeClaim(at, LIN, name))
    valueIn(await askUser(at, LIN, { name, what: ['clearer'] }))
    expect(refusalOf(await takeClaim(at, LIN, name))).toEqual({
      ...{ code: 'review_waiting', retryAt: NOON + (at.kinds.photos?.askMs ?? 0) },
    })
    const other = await opened(at, 'photos', { subject: 'd' })
    valueIn(await decided(at, other.name, LIN))
    expect(refusalOf(await takeClaim(at, WANG, other.name))).toMatchObject({
      ...{ code: 'review_over', extra: { ended: 'decided' } },
    })
    for (const none of [`${name}0`, 'x', `${'0'.repeat(32)}.${'0'.repeat(32)}`, name.split('.')[1] ?? ''])
      expect(codeOf(await takeClaim(at, LIN, none))).toBe('not_found')
  })

  it('is not for who opened the case, nor, of two, for who has decided it, whatever the name is written like', async () => {
    const at = reviewWorld()
    const { name } = await opened(at, 'photos', { openedBy: { kind: 'operator', id: 'LIN' } })
    expect(codeOf(await takeClaim(at, LIN, name))).toBe('review_needs_another')
    expect(codeOf(await takeClaim(at, WANG, name))).toBe('ok')
    const two = await opened(at, 'names')
    valueIn(await decided(at, two.name, LIN, approving))
    expect(codeOf(await takeClaim(at, LIN, two.name))).toBe('review_needs_another')
    expect(codeOf(await seconded(at, two.name, WANG))).toBe('ok')
  })
})
