import type { ReactNode } from 'react'

/** A name and its value; nothing is drawn for one that is not there. */
export type Fact = readonly [name: string, value: ReactNode]

/** Names and values, one below the other. Values that are undefined, null or false are left out. */
export const Facts = ({ of }: { of: readonly Fact[] }) => (
  <dl className="facts">
    {of
      .filter(([, value]) => value !== undefined && value !== null && value !== false)
      .map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
  </dl>
)
