import type { ReactNode } from 'react'

/**
 * Read out when its content changes. It has to stand on the page before it says something, so it is there while it is empty.
 */
export const Status = ({ children }: { children?: ReactNode }) => <div role="status">{children}</div>

/** Something is under way; `children` says what. */
export const Waiting = ({ children }: { children: ReactNode }) => (
  <Status>
    <p className="waiting">
      <span className="turning" aria-hidden="true" />
      {children}
    </p>
  </Status>
)

type Tone = 'info' | 'good' | 'warn' | 'danger'

/** Something to know before going on; `action` stands at its end. */
export const Banner = ({
  tone = 'info',
  action,
  children,
}: {
  tone?: Tone
  action?: ReactNode
  children: ReactNode
}) => (
  <div className={`banner banner-${tone}`}>
    <div>{children}</div>
    {action}
  </div>
)

/** One word about a state. */
export const Tag = ({ tone = 'info', children }: { tone?: Tone; children: ReactNode }) => (
  <span className={`tag tag-${tone}`}>{children}</span>
)
