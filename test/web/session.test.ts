import { describe, expect, it, vi } from 'vitest'
import { sessionOf } from '../../web/shared/state/session-of.ts'

describe('who is at the page', () => {
  it('is the same visitor after signing in again, so that what they typed stays', () => {
    const session = sessionOf()
    session.began('a')
    session.ended()
    expect(session.state.get()).toEqual({ is: 'out', account: 'a', visitor: 0 })
    session.began('a')
    expect(session.state.get()).toEqual({ is: 'in', account: 'a', visitor: 0 })
  })

  it('is another after somebody else signed in, or after signing out', () => {
    const session = sessionOf()
    session.began('a')
    session.ended()
    session.began('b')
    expect(session.state.get()).toEqual({ is: 'in', account: 'b', visitor: 1 })
    session.left()
    expect(session.state.get()).toEqual({ is: 'out', visitor: 2 })
  })

  it('is somebody as soon as an answer was for them, whoever that is, and keeps what they typed once it is known', () => {
    const session = sessionOf()
    session.heard()
    expect(session.state.get()).toEqual({ is: 'in', account: null, visitor: 0 })
    session.began('a')
    expect(session.state.get()).toEqual({ is: 'in', account: 'a', visitor: 0 })
    session.heard()
    expect(session.state.get()).toEqual({ is: 'in', account: 'a', visitor: 0 })
  })

  it('may be another where nobody said who it was before they signed in again', () => {
    const session = sessionOf()
    session.heard()
    session.ended()
    session.began('b')
    expect(session.state.get()).toEqual({ is: 'in', account: 'b', visitor: 1 })
  })

  it('stays out while they sign in again or after they left, whatever late answers say', () => {
    const session = sessionOf()
    session.began('a')
    session.renew()
    session.heard()
    expect(session.state.get()).toMatchObject({ is: 'out', account: 'a' })
    session.left()
    session.heard()
    expect(session.state.get()).toMatchObject({ is: 'out' })
  })

  it('is heard from an answer, which does not end signing in again', () => {
    const session = sessionOf()
    expect(session.isUnsure()).toBe(false)
    session.heard('a')
    expect([session.state.get(), session.isUnsure()]).toEqual([{ is: 'in', account: 'a', visitor: 0 }, false])
    session.renew()
    session.heard('a')
    expect([session.state.get().is, session.isUnsure()]).toEqual(['out', false])
    session.began('a')
    session.ended()
    expect(session.isUnsure()).toBe(true)
    // In another tab, as somebody else.
    session.heard('b')
    expect(session.state.get()).toEqual({ is: 'in', account: 'b', visitor: 1 })
  })

  it('is told to other tabs once it changes, and not when it is only found out', () => {
    const tell = vi.fn()
    const session = sessionOf(tell)
    session.began('a')
    session.began('a')
    expect(tell).not.toHaveBeenCalled()
    session.ended()
    session.began('a')
    session.left()
    expect(tell.mock.calls).toEqual([['began'], ['left']])
  })

  it('has left every tab at once: nothing of them stays in the others, which tell nobody', () => {
    const tell = vi.fn()
    const session = sessionOf(tell)
    session.began('a')
    session.leftElsewhere()
    expect(session.state.get()).toEqual({ is: 'out', visitor: 1 })
    expect(tell).not.toHaveBeenCalled()
  })
})
