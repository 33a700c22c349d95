import { type RefObject, useLayoutEffect, useState } from 'react'
import type { Box } from './view.ts'

/** How much room there is inside an element, as it is now; nothing before it was drawn. */
export const useBox = (of: RefObject<HTMLElement | null>): Box => {
  const [box, setBox] = useState<Box>({ width: 0, height: 0 })
  useLayoutEffect(() => {
    const element = of.current
    if (!element) return
    // Its border box: scroll bars that come and go must not make what fits into it another.
    const measure = (): void => setBox({ width: element.offsetWidth - 2, height: element.offsetHeight - 2 })
    measure()
    const watching = new ResizeObserver(measure)
    watching.observe(element)
    return () => watching.disconnect()
  }, [of])
  return box
}
