import { describe, expect, it } from 'vitest'
import { ofVisitor } from '../../web/shared/state/of-visitor.ts'
import { sessionOf } from '../../web/shared/state/session-of.ts'

describe('what a page keeps of its visitor', () => {
  it('stays while they sign in, and in again', () => {
    const session = sessionOf()
    const kept = ofVisitor(() => 'nothing', session)
    kept.set('before they signed in')
    session.began('a')
    session.ended()
    session.began('a')
    expect(kept.get()).toBe('before they signed in')
  })

  it('is not for the next one, whether they signed out here, elsewhere, or somebody else signed in', () => {
    for (const goes of ['left', 'leftElsewhere', 'began'] as const) {
      const session = sessionOf()
      const kept = ofVisitor(() => 'nothing', session)
      session.began('a')
      kept.set('of a')
      session[goes]('b')
      expect(kept.get(), goes).toBe('nothing')
    }
  })
})
