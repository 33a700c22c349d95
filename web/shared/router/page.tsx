import { type ReactNode, useEffect, useLayoutEffect, useRef, useSyncExternalStore } from 'react'
import type { Params } from './paths.ts'
import { isPlainClick, type Place, router } from './router.ts'

/** Where the visitor is now. */
export const usePlace = (): Place => useSyncExternalStore(router().place.subscribe, router().place.get)

type LinkProps = {
  to: string
  className?: string
  replace?: boolean
  /** What was typed is needed there: see `Router`. */
  keeps?: boolean
  /** It leads to where the visitor is. */
  current?: boolean
  children: ReactNode
}

/** A link to a page of ours. */
export const Link = ({ to, className, replace = false, keeps = false, current, children }: LinkProps) => (
  <a
    href={to}
    className={className}
    aria-current={current ? 'page' : undefined}
    onClick={(event) => {
      if (!isPlainClick(event)) return
      event.preventDefault()
      router().go(to, { replace, keeps })
    }}
  >
    {children}
  </a>
)

/** What a page is told: what stands in its address. */
export type PageTold = { params: Params; query: URLSearchParams }

type PageProps = {
  /** Heading and title of the window. */
  title: string
  /** Below the heading, in a few words. */
  lead?: ReactNode
  /** For what is looked over rather than filled in. */
  wide?: boolean
  /** It came in the place of another without a move of the visitor. */
  over?: boolean
  children?: ReactNode
}

/**
 * One page: its heading takes the focus when the visitor came here from another, so that it is read out, and names the window. One
 * that was loaded leaves the focus where browsers put it.
 */
export const Page = ({ title, lead, wide = false, over = false, children }: PageProps) => {
  const heading = useRef<HTMLHeadingElement>(null)
  const before = useRef<Element>(null)
  const { path } = usePlace()
  // biome-ignore lint/correctness/useExhaustiveDependencies: another address under the same page is another page.
  useLayoutEffect(() => {
    before.current = document.activeElement
  }, [path])
  // biome-ignore lint/correctness/useExhaustiveDependencies: as above.
  useEffect(() => {
    const now = document.activeElement
    // An error summary that came with the page has taken it already; what was pressed to come here has not.
    const isTaken = now !== before.current && heading.current?.parentElement?.contains(now) === true
    if (!isTaken && (over || router().place.get().moves > 0)) heading.current?.focus({ preventScroll: true })
  }, [path])
  useEffect(() => {
    const before = document.title
    document.title = title
    return () => {
      document.title = before
    }
  }, [title])
  return (
    <main className={wide ? 'main main-wide' : 'main'}>
      <h1 className="title" tabIndex={-1} ref={heading}>
        {title}
      </h1>
      {lead !== undefined && <div className="lead">{lead}</div>}
      {children}
    </main>
  )
}
