import { describe, expect, it } from 'vitest'
import { clearOnceOut, type Tab, wasEnded } from '../../../web/console/session/clear-tab.ts'
import { sessionOf } from '../../../web/shared/state/session-of.ts'

const opened = () => {
  const done: unknown[] = []
  const shown: ((event: { persisted: boolean }) => void)[] = []
  const tab: Tab = {
    location: {
      ...{ pathname: '/console/complaints', search: '' },
      replace: (url) => void done.push(url),
      reload: () => void done.push('reload'),
    },
    history: { replaceState: (data) => void done.push(data) },
    addEventListener: (_type, listener) => void shown.push(listener),
  }
  const session = sessionOf()
  clearOnceOut(session, tab, () => void done.push('taken down'))
  return { session, done, show: (persisted: boolean) => shown.forEach((listener) => void listener({ persisted })) }
}

describe('P11 a tab of the console', () => {
  it('is left as it is while somebody comes in, and for whoever is not in yet', () => {
    const { session, done } = opened()
    session.ended()
    session.began('li')
    session.heard('li')
    expect(done).toEqual([])
  })

  it('keeps nothing of who signs out, and goes to where nobody has been', () => {
    const { session, done } = opened()
    session.began('li')
    session.left()
    expect(done).toEqual(['taken down', '/console'])
  })

  it('keeps nothing of who signs out in another tab', () => {
    const { session, done } = opened()
    session.began('li')
    session.leftElsewhere()
    expect(done).toEqual(['taken down', '/console'])
  })

  it('keeps nothing of a session that has ended but the address, and says so there', () => {
    const { session, done } = opened()
    session.began('li')
    session.ended()
    session.ended()
    expect(done).toEqual(['taken down', { sessionEnded: true }, 'reload'])
    expect([wasEnded(done[1]), wasEnded(null), wasEnded('x'), wasEnded({})]).toEqual([true, false, false, false])
  })

  it('keeps nothing for somebody else who signs in', () => {
    const { session, done } = opened()
    session.began('li')
    session.began('wang')
    expect(done[0]).toBe('taken down')
    expect(done.at(-1)).toBe('reload')
  })

  it('begins anew where the browser kept it for going back to', () => {
    const { done, show } = opened()
    show(false)
    expect(done).toEqual([])
    show(true)
    expect(done).toEqual(['reload'])
  })
})
