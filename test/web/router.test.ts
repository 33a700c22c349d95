import { describe, expect, it, vi } from 'vitest'
import { type Browser, isPlainClick, routerOf } from '../../web/shared/router/router.ts'

/** A browser with a history, and nothing else. */
const fakeBrowser = (first: string) => {
  const entries = [first]
  let at = 0
  const listeners = new Set<() => void>()
  const loads = { assign: vi.fn(), replace: vi.fn() }
  const url = () => Object.assign(new URL(entries[at] ?? '/', 'https://shiming.example'), loads)
  const browser: Browser = {
    get location() {
      return url()
    },
    history: {
      pushState: (_data, _unused, to) => {
        entries.splice(at + 1, entries.length, to)
        at += 1
      },
      replaceState: (_data, _unused, to) => {
        entries[at] = to
      },
    },
    addEventListener: (_type, listener) => void listeners.add(listener),
    scrollTo: vi.fn(),
  }
  const back = () => {
    at -= 1
    for (const listener of listeners) listener()
  }
  return { browser, back, entries, loads }
}

describe('the router', () => {
  it('begins where the browser is', () => {
    const { browser } = fakeBrowser('/verify?a=1')
    expect(routerOf(browser).place.get()).toEqual({ path: '/verify', query: '?a=1', moves: 0 })
  })

  it('goes on, to the top of the page, and tells whoever listens', () => {
    const { browser } = fakeBrowser('/')
    const router = routerOf(browser)
    const heard = vi.fn()
    router.place.subscribe(heard)
    router.go('/account?x=1')
    expect(router.place.get()).toEqual({ path: '/account', query: '?x=1', moves: 1 })
    expect(heard).toHaveBeenCalledOnce()
    expect(browser.scrollTo).toHaveBeenCalledWith(0, 0)
  })

  it('comes back by the browser, but not to what was replaced', () => {
    const { browser, back, entries } = fakeBrowser('/')
    const router = routerOf(browser)
    router.go('/sign-in')
    router.go('/account', { replace: true })
    back()
    expect(router.place.get()).toMatchObject({ path: '/', moves: 3 })
    expect(entries).toEqual(['/', '/account'])
  })

  it('has pages loaded that may use the camera, unless that would lose what is needed there', () => {
    const { browser, entries, loads } = fakeBrowser('/level')
    const router = routerOf(browser)
    expect(router.hasCamera).toBe(false)
    router.go('/document?step=front')
    expect(loads.assign).toHaveBeenCalledExactlyOnceWith('/document?step=front')
    router.go('/document', { replace: true })
    expect(loads.replace).toHaveBeenCalledExactlyOnceWith('/document')
    expect(entries).toEqual(['/level'])
    router.go('/document', { keeps: true })
    router.go('/document?step=front')
    expect(entries).toEqual(['/level', '/document', '/document?step=front'])
    const there = fakeBrowser('/document')
    expect(routerOf(there.browser).hasCamera).toBe(true)
    routerOf(there.browser).go('/document?step=back')
    expect(there.entries).toEqual(['/document', '/document?step=back'])
    expect(there.loads.assign).not.toHaveBeenCalled()
  })
})

describe('a click on a link', () => {
  const plain = { button: 0, metaKey: false, ctrlKey: false, shiftKey: false, altKey: false, defaultPrevented: false }

  it('is ours when it is plain', () => {
    expect(isPlainClick(plain)).toBe(true)
  })

  it('is the browser’s when it asks for another tab, a window or a download, or is taken', () => {
    const others = [{ button: 1 }, { metaKey: true }, { ctrlKey: true }, { shiftKey: true }, { altKey: true }]
    for (const other of [...others, { defaultPrevented: true }])
      expect(isPlainClick({ ...plain, ...other })).toBe(false)
  })
})
