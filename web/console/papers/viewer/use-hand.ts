import { type PointerEvent, type RefObject, useEffect, useRef } from 'react'
import type { Viewing } from './use-view.ts'

type Zooming = Pick<Viewing, 'closer' | 'further'>

/** The wheel with Ctrl zooms at the pointer, as it does on the page otherwise. */
export const useWheel = (stage: RefObject<HTMLElement | null>, zooming: Zooming): void => {
  const latest = useRef(zooming)
  latest.current = zooming
  useEffect(() => {
    const element = stage.current
    if (!element) return
    const turn = (event: WheelEvent): void => {
      if (!event.ctrlKey || event.deltaY === 0) return
      // Only what is no passive listener keeps the browser from zooming the page.
      event.preventDefault()
      const { left, top } = element.getBoundingClientRect()
      const at = { x: event.clientX - left, y: event.clientY - top }
      if (event.deltaY < 0) latest.current.closer(at)
      else latest.current.further(at)
    }
    element.addEventListener('wheel', turn, { passive: false })
    return () => element.removeEventListener('wheel', turn)
  }, [stage])
}

type Held = { x: number; y: number; left: number; top: number }

/** The mouse takes hold of what is shown and moves it; fingers scroll as they do everywhere. */
export const useHand = (stage: RefObject<HTMLElement | null>) => {
  const held = useRef<Held>(undefined)
  const end = (): void => {
    held.current = undefined
  }
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>): void => {
      const element = stage.current
      if (!element || event.pointerType !== 'mouse' || event.button !== 0) return
      event.currentTarget.setPointerCapture(event.pointerId)
      held.current = { x: event.clientX, y: event.clientY, left: element.scrollLeft, top: element.scrollTop }
    },
    onPointerMove: (event: PointerEvent<HTMLElement>): void => {
      const from = held.current
      if (from) stage.current?.scrollTo(from.left - (event.clientX - from.x), from.top - (event.clientY - from.y))
    },
    onPointerUp: end,
    onPointerCancel: end,
  }
}
