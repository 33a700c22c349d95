import { type ReactNode, useId } from 'react'
import { useTexts } from '../../shared/language.ts'
import { Link } from '../../shared/router/page.tsx'
import { isEmpty, type Place, type Series } from './plot.ts'
import { plotTexts } from './texts.ts'

type FigureProps = {
  title: string
  lead?: ReactNode
  series: readonly Series[]
  places: readonly Place[]
  format: (value: number) => string
  /** What the places are: the head of the first column of the table. */
  axis: string
  /** What the limit is called in the table; without, there is none. */
  limit?: string | undefined
  /** Said where there is nothing, in place of the plot. */
  empty: string
  /** Its places are no days, of which the newest is the last: where it is wider than its place, it is seen from its start. */
  fromStart?: boolean
  children: ReactNode
}

const Values = ({
  series,
  places,
  format,
  axis,
  limit,
  title,
  label,
}: Omit<FigureProps, 'empty' | 'fromStart' | 'children'> & { label: string }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard.
  <section className="scrolls" aria-label={label} tabIndex={0}>
    <table className="rows">
      <caption className="only-heard">{title}</caption>
      <thead>
        <tr>
          <th scope="col">{axis}</th>
          {series.map(({ name, label }) => (
            <th key={name} scope="col" className="end">
              {label}
            </th>
          ))}
          {limit !== undefined && (
            <th scope="col" className="end">
              {limit}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {places.map(({ key, said, to, values, limit: most }) => (
          <tr key={key}>
            <td>
              <Link to={to} className="row-link">
                {said}
              </Link>
            </td>
            {series.map(({ name }, at) => {
              const value = values[at]
              return (
                <td key={name} className="end">
                  {value === undefined ? '–' : format(value)}
                </td>
              )
            })}
            {limit !== undefined && <td className="end">{most === undefined ? '–' : format(most)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  </section>
)

/** Where a plot is wider than its place, the newest is what one looks for. */
const showEnd = (place: HTMLElement | null): void => {
  if (place) place.scrollLeft = place.scrollWidth
}

/** A plot with what it tells, what its colours mean, and the same as a table. */
export const Figure = ({ title, lead, children, empty, fromStart = false, ...of }: FigureProps) => {
  const texts = useTexts(plotTexts)
  const id = useId()
  return (
    <section className="card figure" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {lead !== undefined && <p className="quiet">{lead}</p>}
      {isEmpty(of.places) ? (
        <p className="empty">{empty}</p>
      ) : (
        <>
          <ul className="plot-legend list-plain" aria-hidden="true">
            {of.series.map(({ name, label, tone }) => (
              <li key={name}>
                <svg className="legend-mark" width="12" height="12" aria-hidden="true">
                  <rect className={`plot-part tone-${tone}`} width="12" height="12" rx="3" />
                </svg>
                {label}
              </li>
            ))}
          </ul>
          <div className="plot-scrolls" ref={fromStart ? undefined : showEnd}>
            {children}
          </div>
          <details>
            <summary>{texts.table}</summary>
            <Values title={title} label={`${title}: ${texts.table}`} {...of} />
          </details>
        </>
      )}
    </section>
  )
}
