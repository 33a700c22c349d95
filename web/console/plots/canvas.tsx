import type { ReactNode } from 'react'
import { frame, type layoutOf, type Place } from './plot.ts'

type CanvasProps = {
  title: string
  layout: ReturnType<typeof layoutOf>
  places: readonly Place[]
  format: (value: number) => string
  children: ReactNode
}

/** What the height of a plot means. It stands beside the drawing, so that it stays where that is moved. */
const Axis = ({ layout: { up, ticks }, format }: Pick<CanvasProps, 'layout' | 'format'>) => (
  <svg className="plot plot-axis" width={frame.left} height={frame.height} aria-hidden="true">
    <rect className="plot-ground" width={frame.left} height={frame.height - frame.bottom + 8} />
    {ticks.map((tick) => (
      <text key={tick} className="plot-text" x={frame.left - 8} y={up(tick) + 4} textAnchor="end">
        {format(tick)}
      </text>
    ))}
  </svg>
)

/** The lines a plot is read by. Whoever hears the page is told the values by the places, and by the table. */
const Grid = ({ layout: { width, across, up, ticks, every }, places }: Pick<CanvasProps, 'layout' | 'places'>) => (
  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus.
  <g aria-hidden="true">
    {ticks.map((tick) => (
      <line key={tick} className="plot-grid" x1={frame.left} x2={width - frame.right} y1={up(tick)} y2={up(tick)} />
    ))}
    {places.map(
      ({ key, label }, at) =>
        at % every === 0 && (
          <text
            key={key}
            className="plot-text"
            x={(across(key) ?? 0) + across.bandwidth() / 2}
            y={frame.height - 8}
            textAnchor="middle"
          >
            {label}
          </text>
        ),
    )}
  </g>
)

/** Where a plot is drawn: its links are heard as one group under its title. */
export const Canvas = ({ title, layout, places, format, children }: CanvasProps) => (
  <div className="plot-frame">
    <Axis layout={layout} format={format} />
    {/* biome-ignore lint/a11y/useSemanticElements: a fieldset holds controls of a form, and no drawing. */}
    <svg
      className="plot"
      width={layout.width - frame.left}
      height={frame.height}
      viewBox={`${frame.left} 0 ${layout.width - frame.left} ${frame.height}`}
      role="group"
      aria-label={title}
    >
      <Grid layout={layout} places={places} />
      {children}
    </svg>
  </div>
)
