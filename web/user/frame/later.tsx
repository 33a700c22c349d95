import { type ComponentType, lazy, useEffect } from 'react'
import { loadPage } from '../../shared/router/load-page.ts'
import type { PageTold } from '../../shared/router/page.tsx'

type Load = () => Promise<ComponentType<PageTold>>

const loads: Load[] = []

/** How long after the first page was drawn the others are fetched: it has the network to itself until then. Ms. */
const PAUSE = 2000

/** A page whose code is loaded when it is first gone to, or a while after the first page, whichever comes first. */
export const later = (load: Load): ComponentType<PageTold> => {
  loads.push(load)
  return lazy(async () => ({ default: await loadPage(load) }))
}

let isAhead = false

/** Whether the visitor has told the browser to use little data; many browsers do not say. */
const savesData = (): boolean =>
  (navigator as Navigator & { connection?: { saveData?: boolean } }).connection?.saveData === true

/** Fetches every page that is loaded later, one after the other, so that going on needs no network but for answers. Once. */
const fetchAhead = (): void => {
  if (isAhead || savesData()) return
  isAhead = true
  setTimeout(async () => {
    for (const load of loads) await load().catch(() => undefined)
  }, PAUSE)
}

/** Stands beside a page, and with it is drawn only when its code is there. */
export const FetchAhead = (): null => {
  useEffect(fetchAhead, [])
  return null
}
