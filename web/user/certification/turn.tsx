import { type ReactNode, useEffect, useRef } from 'react'

type TurnProps = {
  /** A word for what is due. */
  of: string
  /** It came in the place of something else. */
  comes?: boolean
  children: ReactNode
}

/** The part of a page that is due. Where it came in the place of another, the focus goes to its heading: what was pressed is gone. */
export const Turn = ({ of, comes = false, children }: TurnProps) => {
  const box = useRef<HTMLDivElement>(null)
  const before = useRef(comes ? undefined : of)
  useEffect(() => {
    if (before.current === of) return
    before.current = of
    const heading = box.current?.querySelector('h2')
    if (!heading) return
    heading.tabIndex = -1
    heading.focus()
  }, [of])
  return (
    <div className="stack" ref={box}>
      {children}
    </div>
  )
}
