import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EXTERNAL_ID } from '../../../functions/account/external-id.ts'
import { enterUrl, maskExternalId, whoIsIn } from '../../../functions/account/links/session-link.ts'

describe('the account a link names', () => {
  it.each([
    ['a', '***'],
    ['abc', '***'],
    ['abcd', 'a***d'],
    ['user-77', 'u***7'],
    ['user-4711', 'us***11'],
    ['zhang.san@example.cn', 'zh***cn'],
  ])('%s is shown as %s', (externalId, shown) => {
    expect(maskExternalId(externalId)).toBe(shown)
  })

  it('is never shown by more than half, nor by more than four', () => {
    fc.assert(
      fc.property(fc.stringMatching(EXTERNAL_ID), (externalId) => {
        const shown = maskExternalId(externalId).replace('***', '').length
        expect(shown).toBeLessThanOrEqual(Math.min(4, externalId.length / 2))
      }),
    )
  })
})

it.each([
  [undefined, undefined, 'nobody'],
  ['a', undefined, 'nobody'],
  ['a', 'a', 'this_account'],
  ['a', 'b', 'another_account'],
  [undefined, 'b', 'another_account'],
])('of account %s, a browser in %s is of %s', (owner, current, who) => {
  expect(whoIsIn(owner, current)).toBe(who)
})

it('a link has its token behind the #, where no server sees it', () => {
  const { hash, pathname, search } = new URL(enterUrl('https://id.example.cn', 'token'))
  expect([hash, pathname, search]).toEqual(['#token', '/enter', ''])
})
