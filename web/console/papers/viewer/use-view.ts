import { useCallback, useLayoutEffect, useRef, useState } from 'react'
import { useBox } from './use-box.ts'
import { type Box, closer, FITTED, fitScale, fitted, further, scrolled, turned, type View, whole } from './view.ts'

/** A place in the window of a picture. */
type Point = { x: number; y: number }

/**
 * How each of several pictures is looked at, and what changes that; each keeps its own. `id`: the one that is shown. What is in the middle stays
 * there at another scale, or what is under the pointer where one zooms by it.
 */
export const useView = (id: string) => {
  const stage = useRef<HTMLElement>(null)
  const place = useBox(stage)
  const [views, setViews] = useState<Readonly<Record<string, View>>>({})
  const [sizes, setSizes] = useState<Readonly<Record<string, Box>>>({})
  const anchor = useRef<Point>(undefined)
  const view = views[id] ?? FITTED
  const size = sizes[id]
  const fit = size ? fitScale(size, view.turn, place) : 1
  const scale = view.zoom ?? fit
  const shown = `${id} ${view.turn}`
  const before = useRef({ shown, scale })
  useLayoutEffect(() => {
    const element = stage.current
    const { shown: what, scale: was } = before.current
    before.current = { shown, scale }
    if (!element) return
    if (what !== shown) {
      element.scrollTo(
        (element.scrollWidth - element.clientWidth) / 2,
        (element.scrollHeight - element.clientHeight) / 2,
      )
    } else if (was !== scale) {
      const { x, y } = anchor.current ?? { x: element.clientWidth / 2, y: element.clientHeight / 2 }
      element.scrollTo(scrolled(element.scrollLeft, x, was, scale), scrolled(element.scrollTop, y, was, scale))
    }
    anchor.current = undefined
  }, [shown, scale])
  const become = (next: View): void => setViews((now) => ({ ...now, [id]: next }))
  const known = useCallback((of: string, box: Box): void => setSizes((now) => ({ ...now, [of]: box })), [])
  return {
    ...{ stage, size, scale, known, turn: view.turn },
    isFitted: view.zoom === undefined,
    /** It is there, and how large it is is known. */
    isReady: size !== undefined,
    closer: (at?: Point): void => {
      anchor.current = at
      become(closer(view, scale))
    },
    further: (at?: Point): void => {
      anchor.current = at
      become(further(view, scale, fit))
    },
    fit: (): void => become(fitted(view)),
    whole: (): void => become(whole(view)),
    turnOn: (): void => become(turned(view)),
  }
}

export type Viewing = ReturnType<typeof useView>
