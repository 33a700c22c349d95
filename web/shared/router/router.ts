import { mayUseCamera } from '../../../functions/pages/page-paths.ts'
import { type Store, store } from '../store.ts'

/** Where the visitor is: path and query of the address, and how often they moved since the page was loaded. */
export type Place = { path: string; query: string; moves: number }

/** What is used of the browser; a test hands in its own. */
export type Browser = {
  location: { pathname: string; search: string; origin: string; assign(url: string): void; replace(url: string): void }
  history: {
    pushState(data: unknown, unused: string, url: string): void
    replaceState(data: unknown, unused: string, url: string): void
  }
  addEventListener(type: 'popstate', listener: () => void): void
  scrollTo(x: number, y: number): void
}

export type Router = {
  place: Store<Place>
  /**
   * Goes to a place of our own pages. `replace` leaves no way back to here; `keeps`: what is in the memory of this page is needed there, more than
   * what a page that is loaded anew may do.
   */
  go(to: string, how?: { replace?: boolean; keeps?: boolean }): void
  /** Whether the page was loaded where a camera may be used. */
  hasCamera: boolean
}

/** The path of an address of ours. */
const pathOf = (to: string): string => to.replace(/[?#].*$/, '')

/**
 * Moves between pages without loading them anew, by the history of the browser: back and forward work. Only pages that may use the camera are
 * loaded, from wherever it may not be used.
 */
export const routerOf = (browser: Browser): Router => {
  const here = (moves: number): Place => ({ path: browser.location.pathname, query: browser.location.search, moves })
  const place = store(here(0))
  const hasCamera = mayUseCamera(browser.location.pathname)
  const moved = (): void => place.set(here(place.get().moves + 1))
  browser.addEventListener('popstate', moved)
  return {
    place,
    hasCamera,
    go(to, { replace = false, keeps = false } = {}) {
      const isThere = pathOf(to) === browser.location.pathname
      if (mayUseCamera(pathOf(to)) && !hasCamera && !isThere && !keeps)
        return browser.location[replace ? 'replace' : 'assign'](to)
      if (replace) browser.history.replaceState(null, '', to)
      else browser.history.pushState(null, '', to)
      browser.scrollTo(0, 0)
      moved()
    },
  }
}

/** What is looked at of a click. */
type Click = {
  button: number
  metaKey: boolean
  ctrlKey: boolean
  shiftKey: boolean
  altKey: boolean
  defaultPrevented: boolean
}

/** Whether a click on a link is ours to follow: all others (a new tab, a download) belong to the browser. */
export const isPlainClick = (click: Click): boolean =>
  click.button === 0 && !click.metaKey && !click.ctrlKey && !click.shiftKey && !click.altKey && !click.defaultPrevented

let opened: Router | undefined

/** The router of this window. */
export const router = (): Router => {
  opened ??= routerOf(window)
  return opened
}
