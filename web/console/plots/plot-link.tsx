import type { ReactNode } from 'react'
import { isPlainClick, router } from '../../shared/router/router.ts'

/** A part of a plot that leads to its list: reached by Tab, and says what it stands for. */
export const PlotLink = ({ to, said, children }: { to: string; said: string; children: ReactNode }) => (
  <a
    href={to}
    className="plot-link"
    aria-label={said}
    onClick={(event) => {
      if (!isPlainClick(event)) return
      event.preventDefault()
      router().go(to)
    }}
  >
    <title>{said}</title>
    {children}
  </a>
)
